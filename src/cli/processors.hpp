// How many processors this process may use.
#pragma once

namespace cli {

// By its affinity mask and the quotas of its control groups; at least 1.
int allowed_processors();

}  // namespace cli
