#include "judge/summing.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "checks/registry.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace judge {

using model::Finding;
using model::Verdict;

namespace {

// Digits move when a paper is compiled again; what is wrong and where it stands in the text do not.
std::string without_digits(const std::string& text) {
  std::string out;
  for (char c : util::fold(text))
    if (c < '0' || c > '9') out.push_back(c);
  return out;
}

auto rank(const Finding& finding) {
  return std::tuple(-static_cast<int>(finding.severity), static_cast<int>(finding.outcome),
                    finding.page.value_or(0), std::string_view(finding.check),
                    std::string_view(finding.rule));
}

}  // namespace

bool compares(const model::Rule& rule) {
  const checks::Entry* entry = checks::find(rule.check);
  return entry && entry->check->across;
}

void add_rule(Finding& finding, const model::Rule& rule) {
  finding.check = rule.check;
  finding.rule = rule.id;
  finding.severity = rule.severity;
  finding.for_person = rule.for_person;
  finding.cite = rule.cite;
  if (!rule.fix.empty()) finding.fix = rule.fix;
}

void add_fingerprints(std::vector<Finding>& findings) {
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    std::string key = finding.check + '\n' + finding.rule + '\n' +
                      without_digits(finding.evidence.empty() ? finding.message : finding.evidence);
    finding.fingerprint = util::sha256(fmt::format("{}\n{}", key, seen[key]++)).substr(0, 16);
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

model::Verdict sum_up(const std::vector<Finding>& findings, bool is_truncated) {
  if (std::any_of(findings.begin(), findings.end(), model::is_blocking)) return Verdict::fail;
  const bool review =
      is_truncated || std::any_of(findings.begin(), findings.end(), model::asks_for_person);
  return review ? Verdict::review : Verdict::pass;
}

}  // namespace judge
