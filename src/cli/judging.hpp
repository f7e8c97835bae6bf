// By which packs papers are judged, as --pack, --stage and --track say.
#pragma once

#include "batch/examine.hpp"
#include "cli/request.hpp"

namespace cli {

// The pack of the track asked for first; then those of the other tracks, where a manifest may put
// papers into them. Where none is asked for, each paper's own is found.
util::Expected<batch::Judging> load_packs(const Request& request);

}  // namespace cli
