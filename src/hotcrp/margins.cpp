#include "hotcrp/margins.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>

#include "checks/block.hpp"
#include "checks/lines.hpp"
#include "checks/outside.hpp"

namespace hotcrp {
namespace {

using model::Box;

// A frame and its padding, as layout/ink-outside has it.
constexpr model::Points kFrame = 6;
// Of lines that run upwards neither baseline nor height says where letters end.
constexpr double kUpright = 3;  // times the size

Box reach_of(const model::Line& line) {
  return line.box.height() > kUpright * line.size ? line.box : checks::text_box(line);
}

std::vector<std::optional<Box>> text_boxes(const model::Paper& paper) {
  std::vector<std::optional<Box>> boxes(paper.document.pages.size());
  auto add = [&](int page, const Box& box) {
    if (page < 1 || static_cast<std::size_t>(page) > boxes.size()) return;
    auto& all = boxes[static_cast<std::size_t>(page - 1)];
    all = all ? all->joined(box) : box;
  };
  for (const model::Line& line : paper.measured.lines)
    if (checks::is_content(line) || (line.visible && line.role == model::Role::title))
      add(line.page, reach_of(line));
  if (!paper.measured.text_block) return boxes;
  checks::Block block;
  block.box = *paper.measured.text_block;
  for (const auto& it : checks::drawings_outside(paper, block, kFrame)) {
    Box sideways = it.drawing->box;
    sideways.top = std::max(sideways.top, block.box.top);
    sideways.bottom = std::min(sideways.bottom, block.box.bottom);
    if (!sideways.is_empty()) add(it.drawing->page, sideways);
  }
  return boxes;
}

int whole(double value) {
  return static_cast<int>(std::lround(value));
}

int most_common(const std::map<int, int>& counts) {
  auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
  return std::max_element(counts.begin(), counts.end(), more)->first;
}

}  // namespace

std::vector<std::optional<Margin>> find_margins(const model::Paper& paper) {
  std::vector<std::optional<Margin>> margins;
  auto boxes = text_boxes(paper);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    auto& margin = margins.emplace_back();
    if (!boxes[i]) continue;
    const model::Size& size = paper.document.pages[i].size;
    margin = {whole(boxes[i]->top), whole(size.width - boxes[i]->right),
              whole(size.height - boxes[i]->bottom), whole(boxes[i]->left)};
  }
  return margins;
}

std::optional<Margin> usual_margin(const std::vector<std::optional<Margin>>& margins) {
  std::array<std::map<int, int>, 4> counts;
  for (const auto& margin : margins)
    for (std::size_t side = 0; margin && side < counts.size(); ++side)
      ++counts[side][(*margin)[side]];
  if (counts[0].empty()) return std::nullopt;
  return Margin{most_common(counts[0]), most_common(counts[1]), most_common(counts[2]),
                most_common(counts[3])};
}

std::optional<int> number_margin(const model::Paper& paper) {
  std::optional<int> least;
  for (const model::Line& line : paper.measured.lines) {
    bool is_there =
        line.page >= 1 && static_cast<std::size_t>(line.page) <= paper.document.pages.size();
    if (line.role != model::Role::page_number || !is_there) continue;
    double height = paper.document.pages[static_cast<std::size_t>(line.page - 1)].size.height;
    if (line.baseline < height / 2) continue;
    int margin = static_cast<int>(std::floor(height - checks::foot_of(line)));
    least = std::min(least.value_or(margin), margin);
  }
  return least;
}

}  // namespace hotcrp
