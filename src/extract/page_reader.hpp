// Reads one page: its boxes, what it paints, its links and annotations.
#pragma once

#include <PDFDoc.h>

#include <vector>

#include "extract/annotations.hpp"
#include "extract/interpreter.hpp"
#include "extract/page_frame.hpp"

namespace extract {

class PageReader {
 public:
  PageReader(PDFDoc& document, Faces& faces, Budget& budget);

  // False where something of the page could not be read; what could be is in `out`.
  bool read(Page& page, const PageFrame& frame, model::Page& out);
  // Of all pages read so far.
  const std::vector<Trigger>& triggers() const { return triggers_; }
  const XObjects& objects() const { return objects_; }

 private:
  bool read_content(Page& page);

  PDFDoc& document_;
  Budget& budget_;
  ColorSpaces spaces_;
  XObjects objects_;
  Interpreter interpreter_;
  std::vector<Trigger> triggers_;
  // Kept for their memory.
  std::string content_;
  std::vector<model::Glyph> glyphs_;
  std::u32string text_;
};

}  // namespace extract
