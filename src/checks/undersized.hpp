// Lines set smaller than a style allows, and the finding that says so.
#pragma once

#include <string>
#include <string_view>

#include "checks/check.hpp"
#include "checks/lines.hpp"

namespace checks {

struct Undersized {
  Lines lines;
  int looked_at = 0;       // lines
  double share = 0;        // of the letters looked at
  model::Points size = 0;  // that most of their letters have
};

// Letters of any alphabet; digits and signs are none.
int letters_of(std::string_view text);

// Of lines with more than a few letters, since signs and scripts decide the size of short ones.
Undersized find_undersized(const Lines& lines, model::Points least, double tolerance);

struct Part {
  std::string_view name;  // "references", "captions"
  std::string fix;
};

// By the parameters `sizes` and `tolerance`: fails where most of the part is too small, or more
// than a few lines of it.
Findings judge_sizes(const Lines& lines, const model::Params& with, const Part& part);

}  // namespace checks
