// The current path: its box on the page, and whether it is an upright rectangle or line.
#pragma once

#include "extract/matrix.hpp"
#include "model/page.hpp"

namespace extract {

// Points are on the page as shown. A subpath begins with what follows its first point.
class Path {
 public:
  void clear() { *this = {}; }
  void move_to(Point point) {
    is_moved_ = true;
    first_ = last_ = point;
  }
  void line_to(Point point);
  void curve_to(Point control1, Point control2, Point point);
  void close();

  bool has_point() const { return is_moved_ || subpaths_ > 0; }  // a current one
  bool is_empty() const { return subpaths_ == 0; }
  Point last() const { return last_; }
  // All 0 for an empty path, to which a clip hides everything.
  model::Box box() const { return box_; }
  bool is_filled_rectangle() const;  // one subpath of four upright sides
  bool is_upright_line() const;      // one subpath of one such line
  model::Cover cover_of_fill() const;
  model::Cover cover_of_stroke(double width) const;

 private:
  static constexpr int kMostKept = 8;
  void begin();
  void add(Point point);
  int corner_of(Point point) const;

  model::Box box_;
  Point first_, last_;
  bool is_moved_ = false;   // to a point where nothing begins yet
  bool is_closed_ = false;  // the last subpath
  bool has_curve_ = false;
  int subpaths_ = 0;
  int points_ = 0;
  // Of the triangles between each side and the first point of its subpath: twice their areas, with
  // and without sign, and the length of all sides along the axes.
  double turned_ = 0, swept_ = 0, length_ = 0;
  Point kept_[kMostKept];
};

}  // namespace extract
