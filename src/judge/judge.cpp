#include "judge/judge.hpp"

#include <set>

#include "checks/registry.hpp"
#include "judge/summing.hpp"

namespace judge {
namespace {

using model::Finding;
using model::Verdict;

Verdict verdict_of(const model::Result& result) {
  const bool is_unread = !result.stopped.empty() || result.paper->document.failure;
  if (is_unread) return Verdict::unjudged;
  return sum_up(result.findings, result.paper->document.truncated);
}

void run_rule(model::Result& result, const model::Rule& rule, std::set<std::string>& quiet) {
  if (compares(rule)) return;  // said when all papers are there
  const checks::Entry* entry = checks::find(rule.check);
  if (!entry) {
    result.unchecked.push_back({rule.check, "this version has no such check"});
    return;
  }
  if (entry->check->needs_authors && result.paper->identities.empty()) {
    result.unchecked.push_back({rule.check, "nobody says who wrote it; --identities does"});
    return;
  }
  if (entry->check->reads_supplement && !result.paper->supplement) {
    result.unchecked.push_back({rule.check, "there is no supplement"});
    return;
  }
  bool is_broken = result.paper->document.failure.has_value();
  checks::Findings findings;
  if (!is_broken || entry->check->reads_broken_files)
    findings = entry->check->run(*result.paper, rule.with);
  // Of a file that could not be read, or not wholly, silence says nothing.
  if (findings.empty() && is_broken)
    result.unchecked.push_back({rule.check, "the file could not be read"});
  else if (findings.empty() && result.paper->document.truncated)
    result.unchecked.push_back({rule.check, "a part of the file could not be read"});
  else if (findings.empty())
    quiet.insert(rule.check);
  if (findings.size() > kMostOfAKind) findings.resize(kMostOfAKind);
  for (Finding& finding : findings) {
    add_rule(finding, rule);
    result.findings.push_back(std::move(finding));
  }
}

}  // namespace

model::Result judge(model::Result result, const model::Pack& pack) {
  result.pack = model::PackFacts{pack.id,    pack.title, pack.version, pack.sha256,
                                 pack.stage, pack.track, false,        std::nullopt};
  std::set<std::string> quiet;
  if (!result.paper) {
    for (const model::Rule& rule : pack.rules)
      if (!compares(rule)) result.unchecked.push_back({rule.check, result.stopped});
    sort_out(result, std::move(quiet));
    result.verdict = Verdict::unjudged;
    return result;
  }
  for (const model::Rule& rule : pack.rules) run_rule(result, rule, quiet);
  for (const model::Gap& gap : pack.gaps) result.unchecked.push_back({gap.check, gap.why});
  sort_out(result, std::move(quiet));
  add_fingerprints(result.findings);
  result.verdict = verdict_of(result);
  return result;
}

}  // namespace judge
