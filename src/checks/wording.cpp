#include "checks/wording.hpp"

#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

constexpr double kTexPoint = 72 / 72.27;
constexpr std::size_t kQuotedLetters = 100;

std::string joined(std::span<const std::string> parts, std::string_view last) {
  if (parts.empty()) return "";
  if (parts.size() == 1) return parts.front();
  return fmt::format("{} {} {}", util::join(parts.first(parts.size() - 1), ", "), last,
                     parts.back());
}

}  // namespace

std::string counted(int number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string are(int number, std::string_view noun) {
  return fmt::format("{} {}", counted(number, noun), number == 1 ? "is" : "are");
}

std::string points(model::Points length) {
  return fmt::format("{:.1f} pt ({:.2f} in)", length, length / 72);
}

std::string type_size(model::Points size) {
  return fmt::format("{:.2f} pt ({:.1f} pt in TeX)", size, size / kTexPoint);
}

std::string type_sizes(std::span<const model::Points> sizes) {
  std::vector<std::string> texts;
  for (model::Points size : sizes) texts.push_back(type_size(size));
  return joined(texts, "or");
}

std::string page_list(std::span<const int> pages) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    if (last - i >= 2) {
      parts.push_back(fmt::format("{} to {}", pages[i], pages[last]));
      i = last + 1;
    } else {
      parts.push_back(fmt::format("{}", pages[i++]));
    }
  }
  return fmt::format("{} {}", pages.size() == 1 ? "page" : "pages", joined(parts, "and"));
}

std::string name_list(std::span<const std::string> names, std::size_t most) {
  if (names.size() <= most) return joined(names, "and");
  return fmt::format("{} and {} more", util::join(names.first(most), ", "), names.size() - most);
}

std::string quoted_line(std::string_view text) {
  return util::shortened(util::trim(text), kQuotedLetters);
}

}  // namespace checks
