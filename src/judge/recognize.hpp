// Which pack's style a paper is set in, by what it prints and how it is set; pure.
#pragma once

#include <span>
#include <string>

#include "model/fingerprint.hpp"
#include "model/paper.hpp"
#include "model/result.hpp"

namespace judge {

struct Recognition {
  std::string id;  // of the pack; "" where none fits well enough
  model::PackMatch match;
  std::string printed;  // the text that names the venue; "" where none does
  int year = 0;         // that the paper names; 0 = none
  std::string stage;    // by what it prints; "" where that tells none
};

// A text that names a venue and a year is certain where there is the pack of both; without one the
// edition is a guess. The page and the type alone are likely at most: several venues may share
// them.
Recognition recognize(const model::Paper& paper, std::span<const model::Fingerprint> prints);

}  // namespace judge
