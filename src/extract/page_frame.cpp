#include "extract/page_frame.hpp"

#include <PDFDoc.h>

#include <algorithm>
#include <cmath>

#include "extract/objects.hpp"

namespace extract {
namespace {

// The library (22.12) does not know of it.
double user_unit_of(Page& page) {
  const Object dictionary = page.getDoc()->getXRef()->fetch(page.getRef());
  if (!dictionary.isDict()) return 1;
  const double unit = number_or(dictionary.dictLookup("UserUnit"), 1);
  return unit > 0 ? unit : 1;
}

}  // namespace

PageFrame::PageFrame(Page& page) : user_unit_(user_unit_of(page)) {
  page.getDefaultCTM(ctm_, dots_per_inch(), dots_per_inch(), 0, false, true);
  size_ = {page.getCropWidth() * user_unit_, page.getCropHeight() * user_unit_};
  if (page.getRotate() == 90 || page.getRotate() == 270) std::swap(size_.width, size_.height);
}

bool PageFrame::is_sane() const {
  // 200 inches is the format's own limit at a user unit of 1; larger units are for maps.
  const auto sane = [](double length) { return length > 0 && length < 1e6; };
  return sane(size_.width) && sane(size_.height);
}

model::Box PageFrame::place_box(double x1, double y1, double x2, double y2) const {
  const Point a = place(x1, y1), b = place(x2, y2);
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

}  // namespace extract
