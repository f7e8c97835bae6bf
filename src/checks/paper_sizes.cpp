#include "checks/paper_sizes.hpp"

#include <cmath>

#include "checks/params.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

struct Named {
  std::string_view id;
  std::string_view name;
  model::Size size;
};

constexpr Named kNamed[] = {
    {"letter", "US Letter", {612, 792}},
    {"a4", "A4", {595.28, 841.89}},
};
// A4 is written as 595 x 842 by some programs.
constexpr model::Points kRounding = 1;

}  // namespace

util::Expected<model::Size> parse_paper_size(std::string_view text) {
  for (const Named& named : kNamed)
    if (named.id == util::trim(text)) return named.size;
  std::size_t cross = text.find('x');
  if (cross != std::string_view::npos) {
    auto width = parse_length(text.substr(0, cross));
    auto height = parse_length(text.substr(cross + 1));
    if (width && height && *width > 0 && *height > 0) return model::Size{*width, *height};
  }
  return util::Error{fmt::format(
      "\"{}\" is not a size of paper; write letter, a4 or WIDTHxHEIGHT such as 486ptx720pt", text)};
}

bool same_size(const model::Size& a, const model::Size& b, model::Points tolerance) {
  return std::abs(a.width - b.width) <= tolerance && std::abs(a.height - b.height) <= tolerance;
}

std::string describe(const model::Size& size) {
  std::string numbers = fmt::format("{:.1f} x {:.1f} pt", size.width, size.height);
  for (const Named& named : kNamed)
    if (same_size(size, named.size, kRounding)) return fmt::format("{} ({})", named.name, numbers);
  return numbers;
}

}  // namespace checks
