#include "checks/outside.hpp"

#include <algorithm>
#include <cmath>

namespace checks {
namespace {

// What stands at the same place of so many pages is a mark of the style or of who sent the file.
constexpr int kFewPages = 3;
constexpr model::Points kSamePlace = 2;
// TeX lets what ends a page reach below its last baseline by \maxdepth, half the type size in the
// standard classes. Text does so with descenders, a formula with its lower storeys.
constexpr double kDepth = 0.5;

bool is_stamp(const model::Line& line, const model::Measured& measured) {
  if (line.box.height() > line.box.width()) return true;  // turned, as stamps of archives are
  auto here = [&](const model::Line& other) {
    return other.role == line.role && std::abs(other.box.left - line.box.left) < kSamePlace &&
           std::abs(other.baseline - line.baseline) < kSamePlace;
  };
  return std::count_if(measured.lines.begin(), measured.lines.end(), here) >= kFewPages;
}

bool is_judged(const model::Line& line, const model::Paper& paper) {
  if (!has_usual_size(paper, line.page)) return false;
  if (line.role == model::Role::margin_note) return line.visible && !is_stamp(line, paper.measured);
  return is_content(line);
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

Outside worst_side(const model::Line& line, const model::Box& allowed, model::Points depth) {
  Reach reach = reach_beyond(text_box(line), allowed);
  if (line.role != model::Role::margin_note) reach[3] -= depth;
  Outside worst;
  for (std::size_t i = 0; i < reach.size(); ++i) {
    model::Points by = reach[i] - hanging(line, static_cast<int>(i));
    if (worst.line && by <= worst.by) continue;
    worst = {&line, kSides[i], by};
  }
  return worst;
}

}  // namespace

std::vector<Outside> lines_outside(const model::Paper& paper, const Block& block,
                                   model::Points tolerance) {
  auto edges = systematic_edges(paper);
  model::Points depth = paper.measured.body ? kDepth * paper.measured.body->size : 0;
  std::vector<Outside> found;
  for (const model::Line& line : paper.measured.lines) {
    if (!is_judged(line, paper)) continue;
    Outside worst = worst_side(line, allowed_on(line.page, block, edges), depth);
    if (worst.by > tolerance) found.push_back(worst);
  }
  return found;
}

}  // namespace checks
