// The lines that stick out of the text block.
#pragma once

#include <string_view>
#include <vector>

#include "checks/block.hpp"

namespace checks {

struct Outside {
  const model::Line* line = nullptr;
  std::string_view side;  // of kSides
  model::Points by = 0;
};

struct Protruding {
  const model::Drawing* drawing = nullptr;
  std::string_view side;  // of kSides
  model::Points by = 0;
};

// Pictures, drawings and lines that begin in the block and end outside it, or stand beside it and
// are too large for a mark. What lies above or below it belongs to the page.
std::vector<Protruding> drawings_outside(const model::Paper& paper, const Block& block,
                                         model::Points tolerance);

// Where a page's whole block reaches further than the style's, lines are held against that block:
// the block itself is the business of another check. Stamps, marks that every page has and pages of
// another size are left out.
std::vector<Outside> lines_outside(const model::Paper& paper, const Block& block,
                                   model::Points tolerance);

}  // namespace checks
