#include "measure/askew.hpp"

#include <algorithm>
#include <cmath>

namespace measure {
namespace {

using model::Glyph;

// An em of glyph and one of white space; justified words stand nearer.
constexpr double kFarthest = 2;
// A row of labels along an axis goes on beside the line, not along it.
constexpr double kBeside = 0.3;

Points distance(const Glyph& a, const Glyph& b) {
  return std::hypot(Points{b.x} - a.x, Points{b.baseline} - a.baseline);
}

}  // namespace

bool goes_on_askew(const model::Page& page, const std::vector<std::uint32_t>& glyphs,
                   const Glyph& next) {
  const Glyph& first = page.glyphs[glyphs.front()];
  const Glyph& last = page.glyphs[glyphs.back()];
  if (next.turn != model::Turn::askew || distance(last, next) > kFarthest * next.size) return false;
  Points length = distance(first, last);
  if (length == 0) return true;
  Points dx = Points{last.x} - first.x, dy = Points{last.baseline} - first.baseline;
  Points to_x = Points{next.x} - last.x, to_y = Points{next.baseline} - last.baseline;
  return std::abs(dx * to_y - dy * to_x) / length < kBeside * next.size &&
         dx * to_x + dy * to_y >= 0;
}

// The sides of the box round a turned glyph are together its width and height times sine plus
// cosine. Height is the same all along the line, so origins that lie further apart than this
// predicts, by more than most, have white space between them.
std::vector<Points> gaps_askew(const model::Page& page, const std::vector<std::uint32_t>& glyphs) {
  std::vector<Points> gaps(glyphs.size());
  if (glyphs.size() < 2) return gaps;
  const Glyph& first = page.glyphs[glyphs.front()];
  const Glyph& end = page.glyphs[glyphs.back()];
  Points length = distance(first, end);
  if (length == 0) return gaps;
  double turned =
      (std::abs(Points{end.x} - first.x) + std::abs(Points{end.baseline} - first.baseline)) /
      length;
  for (std::size_t i = 1; i < glyphs.size(); ++i) {
    const Glyph& last = page.glyphs[glyphs[i - 1]];
    Points sides = Points{last.right} - last.left + last.bottom - last.top;
    gaps[i] = distance(last, page.glyphs[glyphs[i]]) - sides / turned;
  }
  std::vector<Points> sorted(gaps.begin() + 1, gaps.end());
  auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  Points usual = *middle;
  std::for_each(gaps.begin() + 1, gaps.end(), [&](Points& gap) { gap -= usual; });
  return gaps;
}

}  // namespace measure
