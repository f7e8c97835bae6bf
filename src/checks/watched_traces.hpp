// Checks of values that stand beside the pages and must name nobody: which traces, which keys, and
// what is said of the first.
#pragma once

#include <span>
#include <string_view>

#include "checks/traces.hpp"

namespace checks {

inline constexpr Param kAllowedValues = {
    "allow", ParamType::texts, "", "patterns of whole values that are no leak", "",
    0,       unless_patterns};
inline constexpr Param kAllowedAddresses = {
    "allow_addresses", ParamType::texts, "", "patterns of e-mail addresses that name nobody", "", 0,
    unless_patterns};

// Each list of keys by the name of its parameter, "" where the check has none. Whatever the key, an
// e-mail address is one.
struct WatchedTraces {
  std::span<const model::TraceKind> kinds;
  std::string_view names;         // keys whose values must not name anybody
  std::string_view credits = "";  // that may as well name somebody else
  std::string_view hints = "";    // that tell of somebody, whatever they say
  model::Confidence most = model::Confidence::certain;
  model::Finding (*describe)(const model::Trace& first, int count) = nullptr;
};

Findings watch(const model::Paper& paper, const model::Params& with, const WatchedTraces& watched);

}  // namespace checks
