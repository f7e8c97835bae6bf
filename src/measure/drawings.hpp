// Pictures, drawings and lines on the pages, from the ink that can be seen.
#pragma once

#include <vector>

#include "model/document.hpp"
#include "model/drawing.hpp"

namespace measure {

std::vector<model::Drawing> find_drawings(const model::Document& document);

}  // namespace measure
