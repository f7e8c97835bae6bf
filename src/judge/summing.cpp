#include "judge/summing.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "checks/registry.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace judge {

using model::Finding;
using model::Verdict;

namespace {

// "1 line stands", "2 lines stand" and "lines 3 and 4 stand" are about the same.
std::string without_number(std::string word) {
  constexpr std::pair<std::string_view, std::string_view> kForms[] = {
      {"and", ""}, {"are", "i"}, {"have", "ha"}, {"were", "wa"}};
  for (auto [form, same] : kForms)
    if (word == form) return std::string(same);
  if (word.ends_with('s')) word.pop_back();
  return word;
}

// Digits move when a paper is compiled again, and with them how many things are counted; what is
// wrong and where it stands in the text do not.
std::string without_counts(const std::string& text) {
  std::string out, word;
  auto end_word = [&] {
    word = without_number(std::move(word));
    if (!word.empty()) out += word + ' ';
    word.clear();
  };
  for (char c : util::fold(text)) {
    if ((c >= 'a' && c <= 'z') || (c & 0x80))
      word.push_back(c);
    else if (c < '0' || c > '9')
      end_word();
  }
  end_word();
  return out;
}

// By what it is known again. Of a limit on length that is the rule alone: what stands where the
// limit is reached is other text each time.
std::string identity_of(const Finding& finding) {
  std::string key = finding.check + '\n' + finding.rule + '\n';
  if (finding.check.starts_with("length/")) return key;
  return key + without_counts(finding.evidence.empty() ? finding.message : finding.evidence);
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
    std::string key = identity_of(finding);
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
