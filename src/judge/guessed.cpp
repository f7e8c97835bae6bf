#include "judge/guessed.hpp"

#include <algorithm>
#include <utility>

#include "judge/summing.hpp"

namespace judge {

model::Result as_guessed(model::Result result, model::PackMatch match,
                         const model::Pack& any_venue) {
  auto holds_everywhere = [&](const model::Finding& finding) {
    return std::any_of(any_venue.rules.begin(), any_venue.rules.end(),
                       [&](const model::Rule& rule) { return rule.id == finding.rule; });
  };
  if (match.confidence)
    for (model::Finding& finding : result.findings)
      if (!holds_everywhere(finding))
        finding.confidence = std::min(finding.confidence, *match.confidence);
  if (result.verdict != model::Verdict::unjudged)
    result.verdict = sum_up(result.findings, result.paper && result.paper->document.truncated);
  result.pack->automatic = true;
  result.pack->match = std::move(match);
  return result;
}

}  // namespace judge
