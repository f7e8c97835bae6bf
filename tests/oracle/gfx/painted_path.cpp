#include "oracle/gfx/painted_path.hpp"

#include <cmath>
#include <limits>

namespace oracle {
namespace {

constexpr double kTolerance = 0.05;  // points; below what a page can show

struct Point {
  double x = 0, y = 0;
};

Point on_page(const GfxState& state, const GfxSubpath& subpath, int index) {
  Point out;
  state.transform(subpath.getX(index), subpath.getY(index), &out.x, &out.y);
  return out;
}

// Which corner of the box a point is: bit 0 right, bit 1 bottom; -1 where it is none.
int corner_of(const model::Box& box, Point point) {
  const bool left = std::fabs(point.x - box.left) <= kTolerance;
  const bool right = std::fabs(point.x - box.right) <= kTolerance;
  const bool top = std::fabs(point.y - box.top) <= kTolerance;
  const bool bottom = std::fabs(point.y - box.bottom) <= kTolerance;
  if ((!left && !right) || (!top && !bottom)) return -1;
  return (right ? 1 : 0) | (bottom ? 2 : 0);
}

// Every point a corner, every side along the box, no corner left out. A box thinner than the
// tolerance has two corners only.
bool is_filled_rectangle(const GfxState& state, const GfxSubpath& subpath, const model::Box& box) {
  const int points = subpath.getNumPoints();
  if (points < 4 || points > 8) return false;
  int seen = 0;
  const int first = corner_of(box, on_page(state, subpath, 0));
  int before = first;
  for (int i = 0; i < points; ++i) {
    const int corner = corner_of(box, on_page(state, subpath, i));
    if (corner < 0 || subpath.getCurve(i) || (corner ^ before) == 3) return false;
    seen |= 1 << corner;
    before = corner;
  }
  int all = 0b1111;
  if (box.width() <= kTolerance) all &= 0b1010;
  if (box.height() <= kTolerance) all &= 0b1100;
  return (before ^ first) != 3 && (seen & all) == all;
}

bool is_upright_line(const GfxSubpath& subpath, const model::Box& box) {
  return subpath.getNumPoints() == 2 && (box.width() <= kTolerance || box.height() <= kTolerance);
}

}  // namespace

std::optional<PaintedPath> measure_path(const GfxState& state, bool stroked) {
  constexpr double kFar = std::numeric_limits<double>::max();
  const GfxPath& path = *state.getPath();
  PaintedPath out{{kFar, kFar, -kFar, -kFar}, false};
  for (int i = 0; i < path.getNumSubpaths(); ++i) {
    const GfxSubpath& subpath = *path.getSubpath(i);
    for (int j = 0; j < subpath.getNumPoints(); ++j) {
      const Point point = on_page(state, subpath, j);
      out.box = out.box.joined({point.x, point.y, point.x, point.y});
    }
  }
  if (out.box.left > out.box.right || out.box.top > out.box.bottom) return std::nullopt;
  if (path.getNumSubpaths() == 1) {
    const GfxSubpath& only = *path.getSubpath(0);
    out.is_rectangle =
        stroked ? is_upright_line(only, out.box) : is_filled_rectangle(state, only, out.box);
  }
  return out;
}

}  // namespace oracle
