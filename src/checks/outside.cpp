#include "checks/outside.hpp"

#include <algorithm>
#include <cmath>

namespace checks {
namespace {

// What stands at the same place of so many pages is a mark of the style or of who sent the file.
constexpr int kFewPages = 3;
constexpr model::Points kSamePlace = 2;

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

Outside worst_side(const model::Line& line, const model::Box& allowed) {
  Reach reach = reach_beyond(text_box(line), allowed);
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
  std::vector<Outside> found;
  for (const model::Line& line : paper.measured.lines) {
    if (!is_judged(line, paper)) continue;
    model::Box allowed = block.on(line.page);
    if (auto page = edges.find(line.page); page != edges.end())
      allowed = allowed.joined(page->second);
    Outside worst = worst_side(line, allowed);
    if (worst.by > tolerance) found.push_back(worst);
  }
  return found;
}

}  // namespace checks
