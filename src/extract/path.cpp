#include "extract/path.hpp"

#include <algorithm>
#include <cmath>

namespace extract {
namespace {

constexpr double kTolerance = 0.05;  // points; below what a page can show
// The corners of a frame that is as round as half of its height, or the points by which a circle is
// drawn, leave out more.
constexpr double kMost = 0.93;
constexpr double kLittle = 0.15;

}  // namespace

void Path::add(Point point) {
  if (points_ == 0) box_ = {point.x, point.y, point.x, point.y};
  box_.left = std::min(box_.left, point.x);
  box_.right = std::max(box_.right, point.x);
  box_.top = std::min(box_.top, point.y);
  box_.bottom = std::max(box_.bottom, point.y);
  if (points_ < kMostKept) kept_[points_] = point;
  if (points_ > 0) {
    const double cross =
        (last_.x - first_.x) * (point.y - first_.y) - (point.x - first_.x) * (last_.y - first_.y);
    turned_ += cross;
    swept_ += std::fabs(cross);
    length_ += std::fabs(point.x - last_.x) + std::fabs(point.y - last_.y);
  }
  points_ = std::min(points_ + 1, kMostKept + 1);
  last_ = point;
}

// Behind a closed subpath the next one begins where that ended.
void Path::begin() {
  if (!is_moved_ && !is_closed_) return;
  if (!is_moved_) first_ = last_;
  is_moved_ = is_closed_ = false;
  ++subpaths_;
  last_ = first_;
  add(first_);
}

void Path::line_to(Point point) {
  if (!has_point()) return;
  begin();
  add(point);
}

void Path::curve_to(Point control1, Point control2, Point point) {
  if (!has_point()) return;
  begin();
  has_curve_ = true;
  add(control1);
  add(control2);
  add(point);
}

void Path::close() {
  if (!has_point()) return;
  if (is_moved_) begin();
  if (last_.x != first_.x || last_.y != first_.y) add(first_);
  is_closed_ = true;
}

// Which corner of the box a point is: bit 0 right, bit 1 bottom; -1 where it is none.
int Path::corner_of(Point point) const {
  const bool left = std::fabs(point.x - box_.left) <= kTolerance;
  const bool right = std::fabs(point.x - box_.right) <= kTolerance;
  const bool top = std::fabs(point.y - box_.top) <= kTolerance;
  const bool bottom = std::fabs(point.y - box_.bottom) <= kTolerance;
  if ((!left && !right) || (!top && !bottom)) return -1;
  return (right ? 1 : 0) | (bottom ? 2 : 0);
}

// Every point a corner, every side along the box, no corner left out. A box thinner than the
// tolerance has two corners only.
bool Path::is_filled_rectangle() const {
  if (subpaths_ != 1 || has_curve_ || points_ < 4 || points_ > kMostKept) return false;
  int seen = 0;
  const int first = corner_of(kept_[0]);
  int before = first;
  for (int i = 0; i < points_; ++i) {
    const int corner = corner_of(kept_[i]);
    if (corner < 0 || (corner ^ before) == 3) return false;
    seen |= 1 << corner;
    before = corner;
  }
  int all = 0b1111;
  if (box_.width() <= kTolerance) all &= 0b1010;
  if (box_.height() <= kTolerance) all &= 0b1100;
  return (before ^ first) != 3 && (seen & all) == all;
}

bool Path::is_upright_line() const {
  return subpaths_ == 1 && points_ == 2 &&
         (box_.width() <= kTolerance || box_.height() <= kTolerance);
}

model::Cover Path::cover_of_fill() const {
  if (is_filled_rectangle()) return model::Cover::all;
  const double whole = 2 * box_.width() * box_.height();
  if (swept_ <= kLittle * whole) return model::Cover::little;
  return subpaths_ == 1 && std::fabs(turned_) >= kMost * whole ? model::Cover::most
                                                               : model::Cover::some;
}

model::Cover Path::cover_of_stroke(double width) const {
  if (is_upright_line()) return model::Cover::all;
  const bool is_thin = width * length_ <= kLittle * box_.width() * box_.height();
  return is_thin ? model::Cover::little : model::Cover::some;
}

}  // namespace extract
