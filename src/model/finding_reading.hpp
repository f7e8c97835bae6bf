// A finding back from the JSON of a result; refuses what no result has.
#pragma once

#include "model/finding.hpp"
#include "util/json.hpp"

namespace model {

// Both throw Refused.
Confidence confidence(const util::Json& json);
Finding finding(const util::Json& json);

}  // namespace model
