// For which stage of reviewing a paper was compiled, by what its style prints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/text_line.hpp"
#include "model/survey.hpp"
#include "model/vocabulary.hpp"

namespace measure {

// From page 1 and running heads; none without marks or where marks of several stages stand.
std::optional<std::string> find_stage(const std::vector<PageText>& pages,
                                      const model::Vocabulary& vocabulary);

// The words that decide, as the vocabulary writes them, from lines of all pages.
std::vector<model::StageWords> find_stage_words(const std::vector<model::Line>& lines,
                                                const model::Vocabulary& vocabulary);

}  // namespace measure
