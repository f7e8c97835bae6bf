#include "judge/across.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "checks/registry.hpp"
#include "judge/selection.hpp"
#include "judge/summing.hpp"

namespace judge {
namespace {

using model::Finding;

void take_in(Comparison& comparison, checks::Compared answer, const model::Rule& rule) {
  if (answer.findings.empty() && answer.unchecked.empty()) comparison.checked.push_back(rule.check);
  if (!answer.unchecked.empty())
    comparison.unchecked.push_back({rule.check, std::move(answer.unchecked)});
  if (answer.findings.size() > kMostOfAKind) answer.findings.resize(kMostOfAKind);
  for (Finding& finding : answer.findings) {
    add_rule(finding, rule);
    comparison.findings.push_back(std::move(finding));
  }
}

bool was_left_out(const model::Unchecked& it) {
  return it.why == kNotSelected;
}

// The run that judged the paper was asked not to look for some of it.
void leave_out(Comparison& comparison, const model::Result& result) {
  std::set<std::string> left_out;
  for (const model::Unchecked& it : result.unchecked)
    if (was_left_out(it)) left_out.insert(it.check);
  std::erase_if(comparison.findings, [&](const auto& it) { return left_out.contains(it.check); });
  std::erase_if(comparison.checked, [&](const auto& it) { return left_out.contains(it); });
  std::erase_if(comparison.unchecked, [&](const auto& it) { return left_out.contains(it.check); });
}

// What an earlier comparison added. A pack may also say that it cannot judge such a thing; that
// stays.
void strip(model::Result& result, const model::Pack& pack) {
  std::set<std::string> compared;
  for (const model::Rule& rule : pack.rules)
    if (compares(rule)) compared.insert(rule.check);
  auto is_gap = [&](const model::Unchecked& it) {
    return std::any_of(pack.gaps.begin(), pack.gaps.end(), [&](const model::Gap& gap) {
      return gap.check == it.check && gap.why == it.why;
    });
  };
  std::erase_if(result.findings, [&](const Finding& it) { return compared.contains(it.check); });
  std::erase_if(result.checked, [&](const std::string& it) { return compared.contains(it); });
  std::erase_if(result.unchecked, [&](const model::Unchecked& it) {
    return compared.contains(it.check) && !is_gap(it) && !was_left_out(it);
  });
}

std::vector<Finding> marked_ones(const std::vector<Finding>& findings) {
  std::vector<Finding> marked;
  for (const Finding& it : findings)
    if (it.waived || it.confirmed || it.in_baseline) marked.push_back(it);
  return marked;
}

// What was decided of an earlier comparison holds for the same findings of this one.
void mark_as(const std::vector<Finding>& earlier, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    auto same = std::find_if(earlier.begin(), earlier.end(), [&](const Finding& it) {
      return it.check == finding.check && it.fingerprint == finding.fingerprint;
    });
    if (same == earlier.end()) continue;
    finding.waived = same->waived;
    finding.confirmed = same->confirmed;
    finding.in_baseline = same->in_baseline;
  }
}

void set_for_person(std::vector<Finding>& findings, const model::Pack& pack) {
  for (Finding& finding : findings) {
    auto is_its_rule = [&](const model::Rule& rule) { return rule.id == finding.rule; };
    const auto rule = std::find_if(pack.rules.begin(), pack.rules.end(), is_its_rule);
    if (rule != pack.rules.end()) finding.for_person = rule->for_person;
  }
}

// Where each of the submissions is in an order that does not depend on the one they came in, since
// findings name the first few others.
std::vector<std::size_t> order_of(std::span<const model::Submission> submissions) {
  std::vector<std::size_t> order(submissions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t i) {
    const model::Submission& it = submissions[i];
    return std::tie(it.path, it.id, it.sha256);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  return order;
}

}  // namespace

bool compares_papers(const model::Pack& pack) {
  return std::any_of(pack.rules.begin(), pack.rules.end(), compares);
}

model::Submission submission_of(const model::Result& result) {
  return {result.file.id, result.file.path, result.file.sha256, result.sketch};
}

std::vector<Comparison> compare(std::span<const model::Submission> submissions,
                                const model::Pack& pack) {
  std::vector<Comparison> comparisons(submissions.size());
  if (submissions.size() < 2) return comparisons;
  const std::vector<std::size_t> order = order_of(submissions);
  std::vector<model::Submission> ordered;
  if (!std::is_sorted(order.begin(), order.end())) {
    for (const std::size_t i : order) ordered.push_back(submissions[i]);
    submissions = ordered;
  }
  for (const model::Rule& rule : pack.rules) {
    if (!compares(rule)) continue;
    auto answers = checks::find(rule.check)->check->across(submissions, rule.with);
    for (std::size_t i = 0; i < answers.size(); ++i)
      take_in(comparisons[order[i]], std::move(answers[i]), rule);
  }
  // Rules of one check come in the order of their ids here and in a result.
  for (Comparison& comparison : comparisons) add_fingerprints(comparison.findings);
  return comparisons;
}

model::Result with_comparison(model::Result result, Comparison comparison,
                              const model::Pack& pack) {
  leave_out(comparison, result);
  const std::vector<Finding> earlier = marked_ones(result.findings);
  strip(result, pack);
  set_for_person(result.findings, pack);
  const bool is_truncated = result.paper && result.paper->document.truncated;
  std::set<std::string> quiet(result.checked.begin(), result.checked.end());
  for (std::string& check : comparison.checked) {
    if (is_truncated)
      comparison.unchecked.push_back({std::move(check), "a part of the file could not be read"});
    else
      quiet.insert(std::move(check));
  }
  auto append = [](auto& to, auto& from) {
    to.insert(to.end(), std::move_iterator(from.begin()), std::move_iterator(from.end()));
  };
  append(result.findings, comparison.findings);
  append(result.unchecked, comparison.unchecked);
  sort_out(result, std::move(quiet));
  mark_as(earlier, result.findings);
  if (result.verdict != model::Verdict::unjudged)
    result.verdict = sum_up(result.findings, is_truncated);
  return result;
}

}  // namespace judge
