// Words of Latin letters with letters of other scripts among them that look the same.
#pragma once

#include <vector>

#include "checks/readings.hpp"
#include "model/paper.hpp"

namespace checks {

// Page by page; what is painted is the word in Latin letters.
std::vector<Misreading> find_lookalikes(const model::Paper& paper);

}  // namespace checks
