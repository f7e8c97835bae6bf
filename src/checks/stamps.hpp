// What archives and publishers print on a paper's pages, and what of it leads to the authors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/patterns.hpp"
#include "model/finding.hpp"
#include "model/paper.hpp"

namespace checks {

struct StampPatterns {
  Patterns stamps;   // "arXiv:2301.00001v1 [cs.LG] 1 Jan 2023"
  Patterns holders;  // copyright lines that name no author
  Patterns dois;     // placeholders
};

struct StampSighting {
  std::string_view message, measured;
  const model::Line* line = nullptr;
  model::Confidence confidence = model::Confidence::possible;
};

// The first of each kind.
std::vector<StampSighting> see_stamps(const model::Paper& paper, const StampPatterns& patterns);

}  // namespace checks
