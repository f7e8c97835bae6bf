// Judges again whenever a paper has changed, and says what that changed.
#pragma once

#include <functional>

#include "cli/cli.hpp"
#include "cli/request.hpp"
#include "model/result.hpp"

namespace cli {

using SeeResult = std::function<void(const model::Result&)>;
// Judges once and returns the exit code; each final result is shown to the function it is given.
using JudgeOnce = std::function<int(const SeeResult&)>;

// The last exit code, after a signal that ends the program.
int watch(const Request& request, const Streams& streams, const JudgeOnce& judge);

}  // namespace cli
