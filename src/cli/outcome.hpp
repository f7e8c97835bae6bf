// How the tool ends and what it says when something is wrong.
#pragma once

#include <span>
#include <string_view>

#include "cli/cli.hpp"
#include "model/result.hpp"

namespace cli {

// As the contract numbers them.
inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;
inline constexpr int kUsage = 2;       // nothing was judged
inline constexpr int kIncomplete = 3;  // something could not be judged or written

// "deskcheck: message", whatever bytes the message holds.
void complain(const Streams& streams, std::string_view message);

// Complains; the answer is kUsage.
int refuse(const Streams& streams, std::string_view message);

// `fail_on` is "error", "warning" or "never".
int exit_code(std::span<const model::Result> results, std::string_view fail_on);

}  // namespace cli
