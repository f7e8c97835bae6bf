// Holds two readings of one document against each other, page by page and mark by mark.
#pragma once

#include <functional>

#include "oracle/difference.hpp"

namespace oracle {

using Report = std::function<void(const Difference&)>;

// Calls `report` for each difference beyond the tolerances.
void compare(const model::Document& ours, const model::Document& theirs, const Report& report);

}  // namespace oracle
