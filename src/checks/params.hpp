// Values of parameters as a pack writes them: lengths with units, fallbacks of a check's table.
#pragma once

#include <string_view>
#include <vector>

#include "checks/check.hpp"
#include "util/expected.hpp"

namespace checks {

// "9.963pt" (PDF points), "10tpt" (TeX points), "1in", "25mm", "2.5cm", "0".
util::Expected<model::Points> parse_length(std::string_view text);

// Those that a length may have: "pt", "in"...
std::vector<std::string_view> units();

// A parameter's fallback; lists are comma-separated.
util::Expected<model::Value> parse_fallback(const Param& param);

// All fallbacks of a check, as `run` expects them when a rule gives none; kRequired ones are
// absent.
model::Params fallbacks(const Check& check);

}  // namespace checks
