// What belongs to the pages of a paper and not to its text: heads, feet and the notices of styles.
#pragma once

#include <vector>

#include "model/paper.hpp"
#include "model/survey.hpp"

namespace measure {

// What differs by its numbers alone, as heads with the page's do, is one mark.
std::vector<model::PageMark> page_marks(const model::Paper& paper);

}  // namespace measure
