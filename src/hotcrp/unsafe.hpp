// What in a file acts by itself, or at a click, on the machine of whoever reads it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/pack.hpp"
#include "model/paper.hpp"

namespace hotcrp {

// Pages by category, ten at most and then a 0 for more. What belongs to no page stands on the
// first, which shows when it acts. HotCRP warns of "rellaunch" and "multimedia" and refuses any
// other category, so these two take what leads a reader to no harm: links to other files, clips,
// and attached files, as far as the pack's rule minds them.
std::map<std::string, std::vector<int>> find_unsafe(const model::Paper& paper,
                                                    const model::Pack& any_venue);

}  // namespace hotcrp
