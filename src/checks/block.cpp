#include "checks/block.hpp"

#include <algorithm>
#include <cmath>

#include "util/text.hpp"

namespace checks {
namespace {

// A widened block shows on most full lines of a page; a few overfull lines do not make one, nor do
// numbers before the lines of an algorithm, which are short. In two columns half the lines can
// reach an edge, and of these the last of each paragraph do not.
constexpr double kEdgeShare = 0.2;
constexpr double kFullLine = 0.9;     // of the width of a column
constexpr double kFewAreWider = 0.8;  // the share of lines that are no wider than the column
constexpr std::size_t kFewLines = 5;
constexpr model::Points kSameEdge = 1;
// Two lines of one paragraph; titles, heads and page numbers taken for text stand further apart.
constexpr double kParagraphGap = 1.7;  // of the size
// The hyphen of common text fonts is 0.33 of the size wide and hangs out by at most its width.
constexpr double kHang = 0.35;

using Edge = std::optional<model::Points>;

// The outermost value that several share; `values` grow outwards.
Edge outermost_shared(std::vector<model::Points> values, std::size_t lines_on_page) {
  auto need = std::max(kFewLines, static_cast<std::size_t>(kEdgeShare * lines_on_page));
  std::sort(values.rbegin(), values.rend());
  for (std::size_t i = 0; i + need <= values.size(); ++i)
    if (values[i] - values[i + need - 1] <= kSameEdge) return values[i + need - 1];
  return std::nullopt;
}

using Baselines = std::map<int, std::vector<model::Points>>;  // by column, sorted

Baselines baselines_of(const Lines& lines) {
  Baselines baselines;
  for (const model::Line* line : lines) baselines[line->column].push_back(line->baseline);
  for (auto& [column, sorted] : baselines) std::sort(sorted.begin(), sorted.end());
  return baselines;
}

bool has_neighbour(const model::Line& line, const Baselines& baselines) {
  const auto& sorted = baselines.at(line.column);
  auto any_within = [&](double from, double to) {
    auto first = std::upper_bound(sorted.begin(), sorted.end(), from);
    return first != sorted.end() && *first < to;
  };
  double near = line.size / 2, far = kParagraphGap * line.size;
  return any_within(line.baseline + near, line.baseline + far) ||
         any_within(line.baseline - far, line.baseline - near);
}

model::Points column_width(const std::map<int, Lines>& pages) {
  std::vector<model::Points> widths;
  for (const auto& [page, lines] : pages)
    for (const model::Line* line : lines) widths.push_back(line->box.width());
  if (widths.empty()) return 0;
  auto at = widths.begin() + static_cast<std::ptrdiff_t>(kFewAreWider * (widths.size() - 1));
  std::nth_element(widths.begin(), at, widths.end());
  return *at;
}

// Sideways edges from full lines that do not hang; upper and lower ones from lines within a
// paragraph.
model::Box shared_box(const Lines& lines, model::Points width) {
  std::vector<model::Points> lefts, rights;
  Edge top, bottom;
  Baselines baselines = baselines_of(lines);
  for (const model::Line* line : lines) {
    bool full = line->box.width() >= kFullLine * width;
    if (full && hanging(*line, 0) == 0) lefts.push_back(-line->box.left);
    if (full && hanging(*line, 2) == 0) rights.push_back(line->box.right);
    if (!has_neighbour(*line, baselines)) continue;
    top = std::min(top.value_or(top_of(*line)), top_of(*line));
    bottom = std::max(bottom.value_or(foot_of(*line)), foot_of(*line));
  }
  model::Points middle = lines.front()->box.middle_x();
  Edge left = outermost_shared(lefts, lines.size());
  Edge right = outermost_shared(rights, lines.size());
  model::Points height = lines.front()->baseline;
  return {left ? -*left : middle, top.value_or(height), right.value_or(middle),
          bottom.value_or(height)};
}

bool goes_on(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

std::string_view first_letter(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && goes_on(text[end])) ++end;
  return text.substr(0, end);
}

std::string_view last_letter(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && goes_on(text[begin])) --begin;
  return text.substr(begin);
}

std::array<model::Points, 4> sides_of(const model::Box& box) {
  return {box.left, box.top, box.right, box.bottom};
}

}  // namespace

model::Box Block::on(int page) const {
  model::Box there = box;
  if (page == 1 && first_page_bottom) there.bottom = *first_page_bottom;
  return there;
}

Block read_block(const model::Params& with) {
  const auto& sides = with.lengths("block");
  Block block;
  if (sides.size() == 4) block.box = {sides[0], sides[1], sides[2], sides[3]};
  if (with.has("first_page_bottom")) block.first_page_bottom = with.length("first_page_bottom");
  return block;
}

Reach reach_beyond(const model::Box& text, const model::Box& block) {
  return {block.left - text.left, block.top - text.top, text.right - block.right,
          text.bottom - block.bottom};
}

model::Box text_box(const model::Line& line) {
  return {line.box.left, top_of(line), line.box.right, foot_of(line)};
}

model::Points hanging(const model::Line& line, int side) {
  constexpr std::string_view kMarks =
      ".,;:!?'\"-)(\u2018\u2019\u201c\u201d\u2010\u2013\u2014\u00ad";
  std::string_view text = util::trim(line.text);
  if (text.empty() || (side != 0 && side != 2)) return 0;
  std::string_view outer = side == 0 ? first_letter(text) : last_letter(text);
  return kMarks.find(outer) == std::string_view::npos ? 0 : kHang * line.size;
}

bool has_usual_size(const model::Paper& paper, int page) {
  const auto& pages = paper.document.pages;
  if (!paper.measured.page_size || page < 1 || static_cast<std::size_t>(page) > pages.size())
    return true;
  const model::Size& size = pages[static_cast<std::size_t>(page - 1)].size;
  return std::abs(size.width - paper.measured.page_size->width) <= kSameEdge &&
         std::abs(size.height - paper.measured.page_size->height) <= kSameEdge;
}

std::map<int, model::Box> systematic_edges(const model::Paper& paper) {
  std::map<int, Lines> pages;
  for (const model::Line& line : paper.measured.lines)
    if (line.counted && is_running_text(line, paper.measured)) pages[line.page].push_back(&line);
  model::Points width = column_width(pages);
  std::map<int, model::Box> edges;
  for (const auto& [page, lines] : pages)
    if (lines.size() >= kFewLines && has_usual_size(paper, page))
      edges[page] = shared_box(lines, width);
  return edges;
}

std::array<Excess, 4> find_excess(const std::map<int, model::Box>& boxes, const Block& block,
                                  model::Points tolerance) {
  std::array<Excess, 4> sides;
  for (const auto& [page, box] : boxes) {
    model::Box limit = block.on(page);
    Reach reach = reach_beyond(box, limit);
    for (std::size_t i = 0; i < sides.size(); ++i) {
      if (reach[i] <= tolerance) continue;
      Excess& side = sides[i];
      side.pages.push_back(page);
      if (reach[i] <= side.by) continue;
      side.worst_page = page;
      side.by = reach[i];
      side.at = sides_of(box)[i];
      side.limit = sides_of(limit)[i];
    }
  }
  return sides;
}

}  // namespace checks
