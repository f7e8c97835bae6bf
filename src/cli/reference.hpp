// A paper that the organizers have set in the venue's style: its geometry judges other papers.
#pragma once

#include <vector>

#include "cli/request.hpp"
#include "model/pack.hpp"

namespace cli {

// Adds what the file of --reference shows to each pack, where the pack has no rule of its own;
// nothing without the option. kClean, or complains.
int add_reference(const Request& request, const Streams& streams, std::vector<model::Pack>& packs);

}  // namespace cli
