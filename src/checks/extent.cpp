#include "checks/extent.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "checks/wording.hpp"
#include "util/format.hpp"

namespace checks {
namespace {

// Where the body's leading is not known: that of 10 point type in most styles.
constexpr model::Points kUsualLeading = 12;

model::Points page_height(const model::Measured& measured) {
  int columns = std::max(1, measured.columns.value_or(1));
  return measured.text_block ? measured.text_block->height() * columns : 0;
}

}  // namespace

double pages_taken(const Lines& lines, const model::Measured& measured) {
  model::Points page = page_height(measured);
  if (page <= 0) return 0;
  int columns = std::max(1, measured.columns.value_or(1));
  std::map<std::pair<int, int>, model::Box> boxes;
  for (const model::Line* line : lines) {
    auto [box, is_new] = boxes.try_emplace({line->page, line->column}, line->box);
    if (!is_new) box->second = box->second.joined(line->box);
  }
  model::Points sum = 0;
  for (const auto& [place, box] : boxes) sum += box.height() * (place.second < 0 ? columns : 1);
  return sum / page;
}

std::string extent_in_lines(double pages, const model::Measured& measured) {
  model::Points leading = measured.body && measured.body->leading.value_or(0) > 0
                              ? *measured.body->leading
                              : kUsualLeading;
  int whole = static_cast<int>(pages);
  int lines = static_cast<int>(std::lround((pages - whole) * page_height(measured) / leading));
  if (lines == 0) return counted(whole, "page");
  if (whole == 0) return counted(lines, "line");
  return fmt::format("{} and {}", counted(whole, "page"), counted(lines, "line"));
}

}  // namespace checks
