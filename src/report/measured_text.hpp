// What was measured in a paper, for a person.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/result.hpp"
#include "report/layout.hpp"

namespace report {

// "The main part ends on page 9, 0.3 of the page left"; empty where its end is not known.
std::string where_main_part_ends(const model::Measured& measured);

// What is measured and its value, in the words of a report; empty where there is nothing to say of
// it. Of a paper that could be read.
using Facts = std::vector<std::pair<std::string_view, std::string>>;
Facts measured_facts(const model::Result& result);

void write_measured(Layout& layout, const model::Result& result);

}  // namespace report
