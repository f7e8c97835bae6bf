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

// Where a page's whole block reaches further than the style's, lines are held against that block:
// the block itself is the business of another check. Stamps, marks that every page has and pages of
// another size are left out.
std::vector<Outside> lines_outside(const model::Paper& paper, const Block& block,
                                   model::Points tolerance);

}  // namespace checks
