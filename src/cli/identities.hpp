// Who wrote the papers, and who may read so, as --identities and --audience say.
#pragma once

#include <memory>

#include "batch/identities.hpp"
#include "cli/request.hpp"

namespace cli {

// Null where no file is given. An error where it cannot be read, or does not say which of several
// papers it is about.
util::Expected<std::shared_ptr<const batch::IdentityTable>> read_identities(const Request& request);

bool is_for_the_blind(const Request& request);

}  // namespace cli
