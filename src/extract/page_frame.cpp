#include "extract/page_frame.hpp"

#include <PDFDoc.h>

#include <algorithm>
#include <cmath>

#include "extract/limits.hpp"
#include "extract/objects.hpp"

namespace extract {
namespace {

// The library (22.12) does not know of it. Larger ones are outside the format's limits.
double user_unit_of(Page& page) {
  const Object dictionary = page.getDoc()->getXRef()->fetch(page.getRef());
  if (!dictionary.isDict()) return 1;
  const double unit = number_or(dictionary.dictLookup("UserUnit"), 1);
  return unit > 0 && unit <= 75'000 ? unit : 1;
}

// What Page::getDefaultCTM gives. That makes a whole graphics state for it, and with the first one
// a colour profile.
Matrix upside_down(const PDFRectangle& box, double scale, int rotation) {
  switch (rotation) {
    case 90:
      return {0, scale, scale, 0, -scale * box.y1, scale * -box.x1};
    case 180:
      return {-scale, 0, 0, scale, scale * box.x2, scale * -box.y1};
    case 270:
      return {0, -scale, -scale, 0, scale * box.y2, scale * box.x2};
    default:
      return {scale, 0, 0, -scale, -scale * box.x1, scale * box.y2};
  }
}

}  // namespace

// A crop box without area, or wholly outside the media box, is no crop box to any viewer.
PageFrame::PageFrame(Page& page)
    : user_unit_(user_unit_of(page)),
      shows_media_box_(!(page.getCropWidth() > 0 && page.getCropHeight() > 0)) {
  const PDFRectangle& box = shows_media_box_ ? *page.getMediaBox() : *page.getCropBox();
  matrix_ = upside_down(box, dots_per_inch() / 72, page.getRotate());
  size_ = {(box.x2 - box.x1) * user_unit_, (box.y2 - box.y1) * user_unit_};
  if (page.getRotate() == 90 || page.getRotate() == 270) std::swap(size_.width, size_.height);
}

bool PageFrame::is_sane() const {
  const auto sane = [](double length) { return length > 0 && length < limits::kFarthest; };
  return sane(size_.width) && sane(size_.height);
}

model::Box PageFrame::place_box(double x1, double y1, double x2, double y2) const {
  const Point a = place(x1, y1), b = place(x2, y2);
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

}  // namespace extract
