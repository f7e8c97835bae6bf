// Sections and pages whose running text is set smaller or tighter than the rest of the body.
#pragma once

#include <string>
#include <vector>

#include "checks/lines.hpp"
#include "model/paper.hpp"

namespace checks {

struct Unlike {
  std::string name;         // "section 4 \"Experiments\"" or "page 5"
  Lines lines;              // that are unlike the body, in reading order
  int looked_at = 0;        // lines or distances
  model::Points value = 0;  // their size, or the distance between them
};

// Running text of the main part in the body's own font. A section that is unlike the rest comes
// alone; its pages are not named again.
std::vector<Unlike> smaller_parts(const model::Paper& paper, double tolerance, int fewest);
std::vector<Unlike> tighter_parts(const model::Paper& paper, model::Points tolerance, int fewest);

}  // namespace checks
