// By which packs papers are judged, as --pack, --stage and --track say.
#pragma once

#include <vector>

#include "cli/request.hpp"
#include "model/pack.hpp"

namespace cli {

// The pack of the track asked for first; then those of the other tracks, where a manifest may put
// papers into them.
util::Expected<std::vector<model::Pack>> load_packs(const Request& request);

}  // namespace cli
