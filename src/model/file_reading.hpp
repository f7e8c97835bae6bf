// The file that a result is about, out of JSON that an enemy may have written.
#pragma once

#include "model/result.hpp"
#include "util/json.hpp"

namespace model {

// Throws Refused.
FileFacts file_facts(const util::Json& json);

}  // namespace model
