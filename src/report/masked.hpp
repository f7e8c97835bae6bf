// Results for those who must not learn who wrote a paper.
#pragma once

#include "model/result.hpp"

namespace report {

inline constexpr const char* kMask = "[masked]";

// Hides what findings about authors quote, and the known authors, and whoever those findings name,
// wherever else they stand: in the file's name, in titles, in other evidence. What would let
// somebody test a guess goes too: hashes of names and of paths.
void mask(model::Result& result);

}  // namespace report
