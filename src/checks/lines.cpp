#include "checks/lines.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace checks {
namespace {

// Letters such as b and d rise to 0.66 to 0.75 of the size in the text fonts in use.
constexpr double kAscender = 0.75;
// Expansion of glyphs changes the size by up to 2 %, tables and code are a step of 10 % smaller.
constexpr double kSameSize = 0.04;

bool shares_line(const model::Line& upper, const model::Line& lower) {
  if (upper.page != lower.page || upper.column != lower.column) return false;
  double shared =
      std::min(upper.box.bottom, lower.box.bottom) - std::max(upper.box.top, lower.box.top);
  return shared > std::min(upper.box.height(), lower.box.height()) / 2;
}

}  // namespace

bool is_content(const model::Line& line) {
  switch (line.role) {
    case model::Role::body:
    case model::Role::heading:
    case model::Role::caption:
    case model::Role::figure:
    case model::Role::display:
    case model::Role::footnote:
    case model::Role::abstract:
    case model::Role::list_item:
    case model::Role::reference:
    case model::Role::code:
      return line.visible;
    default:
      return false;
  }
}

bool is_float(const model::Line& line) {
  return line.role == model::Role::caption || line.role == model::Role::figure ||
         line.role == model::Role::code;
}

bool is_running_text(const model::Line& line, const model::Measured& measured) {
  if (!model::is_running_text(line.role) || !line.visible) return false;
  if (!measured.body || measured.body->size <= 0) return true;
  return std::abs(line.size / measured.body->size - 1) < kSameSize;
}

model::Points top_of(const model::Line& line) {
  return std::max(line.box.top, line.baseline - kAscender * line.size);
}

model::Points foot_of(const model::Line& line) {
  return std::min(line.box.bottom, line.baseline);
}

int visual_lines(const Lines& lines) {
  Lines sorted = lines;
  std::sort(sorted.begin(), sorted.end(), [](const model::Line* a, const model::Line* b) {
    return std::tie(a->page, a->column, a->baseline) < std::tie(b->page, b->column, b->baseline);
  });
  int number = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i)
    if (i == 0 || !shares_line(*sorted[i - 1], *sorted[i])) ++number;
  return number;
}

std::vector<int> pages_of(const Lines& lines) {
  std::vector<int> pages;
  for (const model::Line* line : lines) pages.push_back(line->page);
  std::sort(pages.begin(), pages.end());
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  return pages;
}

}  // namespace checks
