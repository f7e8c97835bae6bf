// How one page's user space maps to the page as it is shown.
#pragma once

#include <Page.h>

#include "extract/matrix.hpp"
#include "model/geometry.hpp"

namespace extract {

class PageFrame {
 public:
  explicit PageFrame(Page& page);

  bool is_sane() const;  // sizes that can be a page's
  model::Size size() const { return size_; }
  double dots_per_inch() const { return 72 * user_unit_; }
  bool shows_media_box() const { return shows_media_box_; }  // instead of the crop box
  const Matrix& matrix() const { return matrix_; }
  Point place(double x, double y) const { return matrix().map(x, y); }
  model::Box place_box(double x1, double y1, double x2, double y2) const;

 private:
  Matrix matrix_;
  double user_unit_ = 1;  // points a unit of user space
  bool shows_media_box_ = false;
  model::Size size_;
};

}  // namespace extract
