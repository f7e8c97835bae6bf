// How a run is to work, from the options and the surroundings.
#pragma once

#include <optional>

#include "batch/run.hpp"
#include "batch/shard.hpp"
#include "cli/request.hpp"

namespace cli {

// An error where a number is none, or is out of reach.
util::Expected<batch::RunOptions> run_options(const Request& request);

// There is nothing to share or to compare it with.
bool is_one_pdf(const Request& request);

// --shard, else what an array job says in the environment; none outside one.
util::Expected<std::optional<batch::Shard>> shard_of(const Request& request);

}  // namespace cli
