// What was measured in a paper, for a person.
#pragma once

#include "model/result.hpp"
#include "report/layout.hpp"

namespace report {

void write_measured(Layout& layout, const model::Result& result);

}  // namespace report
