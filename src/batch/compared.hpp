// Stored results with what comparing the papers with each other says of each.
#pragma once

#include <functional>
#include <memory>

#include "batch/records.hpp"
#include "model/pack.hpp"

namespace batch {

// The pack behind a result's facts; null where it is not at hand.
using PackOf = std::function<const model::Pack*(const model::PackFacts&)>;

// Reads all records twice: once to compare the papers, once to hand them out. `read` starts from
// the first record each time. Each paper is compared with all others by the rules of its own pack;
// one whose pack is not at hand stays as it is.
util::Expected<std::unique_ptr<Records>> compared(
    const std::function<std::unique_ptr<Records>()>& read, const PackOf& pack_of);

}  // namespace batch
