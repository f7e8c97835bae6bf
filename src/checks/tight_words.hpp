// Spaces between the words of the body, held against those that its font has.
#pragma once

#include <optional>

#include "model/finding.hpp"
#include "model/measured.hpp"

namespace checks {

// Of the font's own space: what four fifths of the lines and what half of them keep.
struct LeastSpaces {
  double fifth = 0;
  double middle = 0;
};

// Undecided where the font's own space is not known or too few lines show theirs.
std::optional<model::Finding> judge_word_spaces(const model::Measured& measured,
                                                const LeastSpaces& least);

}  // namespace checks
