// What was measured in a paper, for a person.
#pragma once

#include <string>

#include "model/result.hpp"
#include "report/layout.hpp"

namespace report {

// "The main part ends on page 9, 0.3 of the page left"; empty where its end is not known.
std::string where_main_part_ends(const model::Measured& measured);

void write_measured(Layout& layout, const model::Result& result);

}  // namespace report
