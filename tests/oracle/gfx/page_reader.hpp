// Reads one page: its boxes, what it paints, its links and annotations.
#pragma once

#include <PDFDoc.h>

#include "oracle/gfx/glyph_device.hpp"
#include "oracle/gfx/page_frame.hpp"

namespace oracle {

class PageReader {
 public:
  PageReader(PDFDoc& document, FontTable& fonts, Budget& budget);

  // False where something of the page could not be read; what could be is in `out`.
  bool read(Page& page, const PageFrame& frame, model::Page& out);

 private:
  Object content_of(Page& page, std::string& buffer, bool& is_whole);
  void paint_annotations(Page& page, Gfx& gfx);

  PDFDoc& document_;
  Budget& budget_;
  GlyphDevice device_;
};

}  // namespace oracle
