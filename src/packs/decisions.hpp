// What persons decided about findings, from files in TOML: [[waiver]] and [[confirmed]].
#pragma once

#include <string>
#include <vector>

#include "model/decision.hpp"
#include "util/expected.hpp"

namespace packs {

// In the order in which they stand. The first mistake, at file:line:column, where there is one:
// half of a file of waivers would let findings count that somebody waived.
util::Expected<std::vector<model::Decision>> read_decisions(const std::string& file);

}  // namespace packs
