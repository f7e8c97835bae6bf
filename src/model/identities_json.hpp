// Who wrote a paper, as records hold it.
#pragma once

#include "model/identities.hpp"
#include "util/json.hpp"

namespace model {

util::Json identities_json(const Identities& people);

// Nobody, where it is null. What a hostile process may have written is checked, as of a record.
Identities identities_from(const util::Json& json);

}  // namespace model
