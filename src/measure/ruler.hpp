// The line numbers that a review style prints beside the text.
#pragma once

#include <vector>

#include "measure/lines.hpp"
#include "measure/text_line.hpp"

namespace measure {

struct Ruler {
  GlyphMask glyphs;               // of every page
  std::vector<TextLine> numbers;  // one line each, described, role ruler
  bool found = false;
};

// A ruler is a column of whole numbers with a constant step beside the text, on a good part of the
// pages; whether its numbers stand on the text's baselines or touch the text does not matter.
Ruler find_ruler(const Source& source);

}  // namespace measure
