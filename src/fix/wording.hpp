// What was taken out, in the words of a report.
#pragma once

#include <vector>

#include "fix/fix.hpp"
#include "fix/kinds.hpp"

namespace fix {

std::vector<Removal> removals(const Counts& counts);

}  // namespace fix
