#include "checks/watched_traces.hpp"

#include <algorithm>
#include <optional>

namespace checks {

using model::Confidence;

Findings watch(const model::Paper& paper, const model::Params& with, const WatchedTraces& watched) {
  const Patterns allowed(with.texts(kAllowedValues.name));
  const Patterns addresses(with.texts(kAllowedAddresses.name));
  auto has = [&](std::string_view list, const std::string& key) {
    return !list.empty() && is_among(with.texts(list), key);
  };
  auto judge = [&](const model::Trace& trace) -> std::optional<Confidence> {
    if (std::find(watched.kinds.begin(), watched.kinds.end(), trace.kind) == watched.kinds.end())
      return std::nullopt;
    const bool is_credit = has(watched.credits, trace.key);
    if (is_credit || has(watched.names, trace.key)) {
      const auto sure = naming(paper, trace.text, allowed);
      if (!sure) return std::nullopt;
      return is_credit ? Confidence::possible : std::min(*sure, watched.most);
    }
    if (!has(watched.hints, trace.key) && addresses_in(trace.text, addresses).empty())
      return std::nullopt;
    return Confidence::possible;
  };
  Findings findings = group_traces(paper, judge, watched.describe);
  add_unread_traces(paper, findings);
  return findings;
}

}  // namespace checks
