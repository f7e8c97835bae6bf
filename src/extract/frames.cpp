#include "extract/frames.hpp"

#include <PDFDoc.h>

#include <algorithm>
#include <new>

#include "extract/library.hpp"
#include "extract/page_frame.hpp"

namespace extract {
namespace {

void read_open(PDFDoc& document, const std::set<int>& pages, Frames& out) {
  const int count = document.getNumPages();
  for (int number : pages) {
    Page* page = number >= 1 && number <= count ? document.getPage(number) : nullptr;
    if (!page || !page->isOk()) continue;
    const PageFrame frame(*page);
    if (!frame.is_sane()) continue;
    const Point origin = frame.place(0, 0), right = frame.place(1, 0), up = frame.place(0, 1);
    out.by_page[number] = {{right.x - origin.x, right.y - origin.y, up.x - origin.x,
                            up.y - origin.y, origin.x, origin.y},
                           page->getMediaBox()->y2};
  }
  out.pages = count;
}

}  // namespace

model::Box Frame::shown(const model::Box& on_sheet) const {
  auto place = [&](double x, double y) {
    return std::pair{matrix[0] * x + matrix[2] * (top - y) + matrix[4],
                     matrix[1] * x + matrix[3] * (top - y) + matrix[5]};
  };
  auto [x1, y1] = place(on_sheet.left, on_sheet.top);
  auto [x2, y2] = place(on_sheet.right, on_sheet.bottom);
  return {std::min(x1, x2), std::min(y1, y2), std::max(x1, x2), std::max(y1, y2)};
}

Frames read_frames(std::string_view bytes, const std::set<int>& pages) {
  Frames frames;
  try {
    set_up_library();
    PDFDoc document(
        new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
    if (document.isOk()) read_open(document, pages, frames);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (...) {
    frames = {};
  }
  take_complaints();
  return frames;
}

}  // namespace extract
