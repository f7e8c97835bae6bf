#include "report/strength.hpp"

#include <algorithm>

namespace report {
namespace {

// Severities lie further apart than what is certain and what nobody can tell: a possible error
// still says more than a proven warning.
constexpr int kSeverities = 6;
constexpr int kUndecided = 5;
// What somebody has waived is behind all that is open, but nothing is behind what passed.
constexpr int kSetAside = 18, kNotJudged = 20, kNothing = 40, kPassed = 60;

}  // namespace

int weakness(const model::Finding& finding) {
  if (model::is_set_aside(finding)) return kSetAside;
  int severity = static_cast<int>(model::Severity::error) - static_cast<int>(finding.severity);
  int confidence =
      static_cast<int>(model::Confidence::certain) - static_cast<int>(finding.confidence);
  bool is_undecided = finding.outcome == model::Outcome::undecided;
  return kSeverities * severity + (is_undecided ? kUndecided : 2 * confidence);
}

Strength strength_of(const model::Result& result) {
  const bool has_passed = result.verdict == model::Verdict::pass;
  Strength strength{result.verdict == model::Verdict::unjudged ? kNotJudged : kNothing, 0};
  for (const model::Finding& finding : result.findings)
    strength.best = std::min(strength.best, weakness(finding));
  for (const model::Finding& finding : result.findings)
    if (weakness(finding) == strength.best) --strength.fewer;
  // Notes of a paper that passed are behind all that is suspect.
  if (has_passed) strength.best += kPassed;
  return strength;
}

}  // namespace report
