// Whether a section that asks questions, such as a checklist, was filled in.
#pragma once

#include "checks/check.hpp"

namespace checks {

// By the limits `class`, `unfilled`, `answers` and `fewest_answers`; nothing where a rule gives
// none.
Findings judge_answers(const model::Paper& paper, const model::Params& with);

}  // namespace checks
