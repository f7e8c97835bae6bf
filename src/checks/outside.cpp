#include "checks/outside.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace checks {
namespace {

// TeX lets what ends a page reach below its last baseline by \maxdepth, half the type size in the
// standard classes. Text does so with descenders, a formula with its lower storeys.
constexpr double kDepth = 0.5;
// Text that runs over the block's top or bottom goes on from a line within it; heads, numbers and
// footers of a page stand further away.
constexpr double kLineGap = 1.7;  // of the size
// Two digits and the space behind them.
constexpr double kWidestNumber = 2;  // of the size

// A number beside the text is one of its line numbers, whatever the ruler's step.
bool is_number(const std::string& text) {
  return text.find_first_not_of("0123456789 ") == std::string::npos;
}

bool is_judged(const model::Line& line, const model::Paper& paper) {
  if (!has_usual_size(paper, line.page)) return false;
  if (line.role == model::Role::margin_note) return line.visible && !is_number(line.text);
  return is_content(line);
}

// The baselines between which each line of a page leads on to the next, from those within the
// block.
struct Span {
  model::Points top, bottom;
};

Span connected(Lines lines, const model::Box& block) {
  std::sort(lines.begin(), lines.end(), [](auto* a, auto* b) { return a->baseline < b->baseline; });
  auto within = [&](auto* line) {
    return line->baseline >= block.top && line->baseline <= block.bottom;
  };
  auto first = std::find_if(lines.begin(), lines.end(), within);
  if (first == lines.end()) return {block.top, block.bottom};
  Span span = {(*first)->baseline, (*first)->baseline};
  for (auto line = first; line != lines.end(); ++line)
    if (within(*line) || (*line)->baseline - span.bottom < kLineGap * (*line)->size)
      span.bottom = (*line)->baseline;
  for (auto line = std::make_reverse_iterator(first); line != lines.rend(); ++line)
    if (span.top - (*line)->baseline < kLineGap * (*line)->size) span.top = (*line)->baseline;
  return span;
}

// Heads and feet of a page that were taken for text or for notes.
bool stands_apart(const model::Line& line, const Span& span) {
  return line.baseline < span.top || line.baseline > span.bottom;
}

// Pages without running text of the main part, such as those of the references, have no edges of
// their own: the widest there are hold for them.
model::Box allowed_on(int page, const Block& block, const std::map<int, model::Box>& edges) {
  model::Box allowed = block.on(page);
  if (auto own = edges.find(page); own != edges.end()) return allowed.joined(own->second);
  for (const auto& [other, box] : edges) {
    allowed.left = std::min(allowed.left, box.left);
    allowed.right = std::max(allowed.right, box.right);
  }
  return allowed;
}

constexpr model::Points kSamePlace = 2;  // of numbers set one below the other

// The number a line of an algorithm begins with, as in "3 Update x" and "3: Update x".
std::optional<int> number_of(const std::string& text) {
  std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  bool ends = end == text.size() || text[end] == ' ' || text[end] == ':';
  if (end == 0 || end > 3 || !ends) return std::nullopt;
  return std::stoi(text.substr(0, end));
}

// Packages set such numbers beside an algorithm, in the margin where it is as wide as the text.
bool hangs_a_number(const model::Line& line, const Lines& lines, const Reach& reach) {
  auto number = number_of(line.text);
  if (!number || reach[0] > kWidestNumber * line.size) return false;
  return std::any_of(lines.begin(), lines.end(), [&](const model::Line* other) {
    auto next = number_of(other->text);
    return next && std::abs(*next - *number) == 1 &&
           std::abs(other->box.left - line.box.left) < kSamePlace;
  });
}

Outside worst_side(const model::Line& line, const Reach& reach) {
  Outside worst;
  for (std::size_t i = 0; i < reach.size(); ++i) {
    model::Points by = reach[i] - hanging(line, static_cast<int>(i));
    if (worst.line && by <= worst.by) continue;
    worst = {&line, kSides[i], by};
  }
  return worst;
}

// Marks beside the text (bars of changes, badges, icons) are smaller: half an inch.
constexpr model::Points kMark = 36;

// A mark in the corner of the sheet reaches down to the first lines, as journals number articles.
bool is_judged(const model::Drawing& drawing, const model::Box& allowed) {
  const model::Box& box = drawing.box;
  if (box.bottom <= allowed.top || box.top >= allowed.bottom) return false;
  bool is_beside = box.right <= allowed.left || box.left >= allowed.right;
  model::Points middle = (box.top + box.bottom) / 2;
  bool is_in_corner = middle < allowed.top || middle > allowed.bottom;
  return !is_beside || (box.width() >= kMark && box.height() >= kMark && !is_in_corner);
}

}  // namespace

std::vector<Protruding> drawings_outside(const model::Paper& paper, const Block& block,
                                         model::Points tolerance) {
  auto edges = systematic_edges(paper);
  model::Points depth = paper.measured.body ? kDepth * paper.measured.body->size : 0;
  std::vector<Protruding> found;
  for (const model::Drawing& drawing : paper.measured.drawings) {
    // A page whose own edges do not show, for lack of full lines, has those of the others.
    model::Box allowed = allowed_on(drawing.page, block, edges).joined(allowed_on(0, block, edges));
    if (!has_usual_size(paper, drawing.page) || !is_judged(drawing, allowed)) continue;
    Reach reach = reach_beyond(drawing.box, allowed);
    reach[3] -= depth;
    auto worst = std::max_element(reach.begin(), reach.end());
    if (*worst > tolerance)
      found.push_back({&drawing, kSides[static_cast<std::size_t>(worst - reach.begin())], *worst});
  }
  return found;
}

std::vector<Outside> lines_outside(const model::Paper& paper, const Block& block,
                                   model::Points tolerance) {
  auto edges = systematic_edges(paper);
  model::Points depth = paper.measured.body ? kDepth * paper.measured.body->size : 0;
  std::map<int, Lines> pages;
  for (const model::Line& line : paper.measured.lines)
    if (is_judged(line, paper)) pages[line.page].push_back(&line);
  std::vector<Outside> found;
  for (const auto& [page, lines] : pages) {
    model::Box allowed = allowed_on(page, block, edges);
    Span span = connected(lines, block.on(page));
    for (const model::Line* line : lines) {
      Reach reach = reach_beyond(text_box(*line), allowed);
      reach[3] -= depth;
      if (reach[0] > tolerance && hangs_a_number(*line, lines, reach)) reach[0] = 0;
      bool sticks_out = *std::max_element(reach.begin(), reach.end()) > tolerance;
      if (!sticks_out || stands_apart(*line, span)) continue;
      Outside worst = worst_side(*line, reach);
      if (worst.by > tolerance) found.push_back(worst);
    }
  }
  return found;
}

}  // namespace checks
