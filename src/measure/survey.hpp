// What a person asks of a paper beyond its measurements; for inspecting, never for judging.
#pragma once

#include "model/paper.hpp"
#include "model/survey.hpp"
#include "model/vocabulary.hpp"

namespace measure {

model::Survey survey(const model::Paper& paper, const model::Vocabulary& vocabulary);

}  // namespace measure
