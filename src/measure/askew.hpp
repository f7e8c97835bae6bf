// Text that runs at an angle: watermarks, labels of axes. Its glyphs' boxes overlap, so that what
// stands between two of them is told by their origins.
#pragma once

#include <vector>

#include "measure/text_line.hpp"

namespace measure {

// Whether `next` goes on with the line of `glyphs`, all of them askew and in paint order.
bool goes_on_askew(const model::Page& page, const std::vector<std::uint32_t>& glyphs,
                   const model::Glyph& next);

// The white space before each glyph; 0 before the first.
std::vector<Points> gaps_askew(const model::Page& page, const std::vector<std::uint32_t>& glyphs);

}  // namespace measure
