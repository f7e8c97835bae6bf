// Pairs of papers whose sketches are alike, found without comparing every paper with every other.
#pragma once

#include <cstddef>
#include <vector>

#include "checks/submissions.hpp"

namespace checks {

struct Alike {
  std::size_t other = 0;
  double likeness = 0;  // estimated share of common shingles, 0 to 1
};

// For each paper those of other submissions that are at least so like it, the likest first; of a
// crowd Submissions::kMostOthers, not always the likest. Byte-identical files are left out.
std::vector<std::vector<Alike>> find_alike(const Submissions& all, double threshold);

}  // namespace checks
