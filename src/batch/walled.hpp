// One piece of work behind the walls that papers are read behind, for commands that are no run.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "batch/run.hpp"
#include "util/expected.hpp"
#include "util/stage.hpp"

namespace batch {

// Says in `stage` what it is at; its answer is handed back.
using WalledWork = std::function<std::string(util::Stage& stage)>;

// Runs it in a process of its own, which can open no file, within the limits of `options`. It sees
// what this process has in memory, and nothing that it changes there is seen here. An error says
// what the process died of, and at which page. There must be no other thread.
util::Expected<std::string> run_walled(const WalledWork& work, const RunOptions& options,
                                       std::size_t most_answer_bytes);

}  // namespace batch
