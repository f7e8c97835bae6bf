// White space between the parts of a page, as samples: what a check of squeezing holds against a
// template's numbers.
#pragma once

#include <cstdint>

#include "model/geometry.hpp"

namespace model {

// Between which two parts. Where both are lines the distance is that of their baselines, so that it
// does not depend on which letters stand there.
enum class SpacingKind : std::uint8_t {
  heading_above,  // last line before a heading to the heading
  heading_below,  // heading to the text under it
  caption_above,  // a figure's lowest part to the caption under it
  caption_below,  // caption to the table under it
  float_above,    // text to the float or its caption under it
  float_below,    // float or its caption to the text under it
  display_above,  // text to a formula of one line
  display_below,  // formula of one line to the text under it
  paragraph,      // last line of a paragraph to the first of the next
  list_item,      // last line of an item to the next item
};

struct Spacing {
  int page = 0;  // from 1
  SpacingKind kind = SpacingKind::paragraph;
  int level = 0;        // of the heading; 0 elsewhere
  Points distance = 0;  // baseline to baseline, or to the edge of what is drawn
  int line = 0;         // of Measured::lines, the one under the gap; above it where a drawing is
};

// What body lines fill of a column.
struct ColumnFill {
  int column = 0;  // from 0; -1 where lines span columns
  int lines = 0;
  Points first = 0, last = 0;  // baselines
};

}  // namespace model
