#include "checks/printing.hpp"

#include <algorithm>

#include "checks/paper_sizes.hpp"
#include "util/format.hpp"

namespace checks {
namespace {

constexpr std::string_view kKey = kPrintedOn.name;

}  // namespace

std::string unless_sheet(const model::Value& value) {
  auto size = parse_paper_size(std::get<std::string>(value));
  return size ? "" : size.error().message;
}

double scale_in_print(const model::Paper& paper, int page, const model::Params& with) {
  auto index = static_cast<std::size_t>(page - 1);
  if (!with.has(kKey) || index >= paper.document.pages.size()) return 1;
  auto sheet = parse_paper_size(with.text(kKey));
  const model::Size& size = paper.document.pages[index].size;
  if (!sheet || size.width <= 0 || size.height <= 0) return 1;
  double upright = std::min(sheet->width / size.width, sheet->height / size.height);
  double turned = std::min(sheet->height / size.width, sheet->width / size.height);
  return std::max(upright, turned);
}

std::string in_print(const model::Params& with) {
  if (!with.has(kKey)) return "";
  auto sheet = parse_paper_size(with.text(kKey));
  return sheet ? fmt::format(", printed on {}", describe(*sheet)) : "";
}

}  // namespace checks
