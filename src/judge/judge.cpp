#include "judge/judge.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "checks/registry.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace judge {
namespace {

using model::Finding;
using model::Verdict;

// Findings of one kind beyond this many say nothing new and would bury the others.
constexpr std::size_t kMostOfAKind = 20;

void add_rule(Finding& finding, const model::Rule& rule) {
  finding.check = rule.check;
  finding.rule = rule.id;
  finding.severity = rule.severity;
  finding.for_person = rule.for_person;
  finding.cite = rule.cite;
  if (!rule.fix.empty()) finding.fix = rule.fix;
}

// Digits move when a paper is compiled again; what is wrong and where it stands in the text do not.
std::string without_digits(const std::string& text) {
  std::string out;
  for (char c : util::fold(text))
    if (c < '0' || c > '9') out.push_back(c);
  return out;
}

void add_fingerprints(std::vector<Finding>& findings) {
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    std::string key = finding.check + '\n' + finding.rule + '\n' +
                      without_digits(finding.evidence.empty() ? finding.message : finding.evidence);
    finding.fingerprint = util::sha256(fmt::format("{}\n{}", key, seen[key]++)).substr(0, 16);
  }
}

auto rank(const Finding& finding) {
  return std::tuple(-static_cast<int>(finding.severity), static_cast<int>(finding.outcome),
                    finding.page.value_or(0), std::string_view(finding.check),
                    std::string_view(finding.rule));
}

Verdict sum_up(const model::Result& result) {
  if (!result.stopped.empty()) return Verdict::unjudged;
  if (result.paper->document.failure) return Verdict::unjudged;
  const auto& findings = result.findings;
  if (std::any_of(findings.begin(), findings.end(), model::is_blocking)) return Verdict::fail;
  bool review = result.paper->document.truncated ||
                std::any_of(findings.begin(), findings.end(), model::asks_for_person);
  return review ? Verdict::review : Verdict::pass;
}

void run_rule(model::Result& result, const model::Rule& rule, std::set<std::string>& quiet) {
  const checks::Entry* entry = checks::find(rule.check);
  if (!entry) {
    result.unchecked.push_back({rule.check, "this version has no such check"});
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

void sort_out(model::Result& result, std::set<std::string> quiet) {
  std::stable_sort(result.findings.begin(), result.findings.end(),
                   [](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
  for (const Finding& finding : result.findings) quiet.erase(finding.check);
  result.checked.assign(quiet.begin(), quiet.end());
  auto& unchecked = result.unchecked;
  auto key = [](const model::Unchecked& it) { return std::tie(it.check, it.why); };
  std::sort(unchecked.begin(), unchecked.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  unchecked.erase(std::unique(unchecked.begin(), unchecked.end(),
                              [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                  unchecked.end());
}

}  // namespace

model::Result judge(model::Result result, const model::Pack& pack) {
  result.pack = model::PackFacts{pack.id,    pack.title, pack.version, pack.sha256,
                                 pack.stage, pack.track, false};
  std::set<std::string> quiet;
  if (!result.paper) {
    for (const model::Rule& rule : pack.rules)
      result.unchecked.push_back({rule.check, result.stopped});
    sort_out(result, std::move(quiet));
    result.verdict = Verdict::unjudged;
    return result;
  }
  for (const model::Rule& rule : pack.rules) run_rule(result, rule, quiet);
  for (const model::Gap& gap : pack.gaps) result.unchecked.push_back({gap.check, gap.why});
  sort_out(result, std::move(quiet));
  add_fingerprints(result.findings);
  result.verdict = sum_up(result);
  return result;
}

}  // namespace judge
