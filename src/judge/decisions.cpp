#include "judge/decisions.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "judge/summing.hpp"
#include "util/format.hpp"

namespace judge {
namespace {

using model::Decision;

bool is_about(const Decision& decision, const model::Finding& finding) {
  const bool is_its_check = decision.check.ends_with('/')
                                ? finding.check.starts_with(decision.check)
                                : finding.check == decision.check;
  return is_its_check && (!decision.page || decision.page == finding.page) &&
         (decision.fingerprint.empty() || decision.fingerprint == finding.fingerprint);
}

int names(const Decision& decision) {
  return (decision.fingerprint.empty() ? 0 : 4) + (decision.page ? 2 : 0) +
         (decision.paper.empty() ? 0 : 1);
}

}  // namespace

Decisions::Decisions(Sources sources, std::string today)
    : decides_(sources.decided.has_value()), baseline_(std::move(sources.baseline)) {
  if (!decides_) return;
  for (Decision& decision : *sources.decided) {
    const bool is_over = !decision.ruling.until.empty() && decision.ruling.until < today;
    const bool is_of_any = decision.paper.empty();
    by_paper_[decision.paper].push_back(entries_.size());
    entries_.push_back({std::move(decision), is_over, false, is_of_any});
  }
}

// Those about any paper, its id, its path, or the end of that.
Decisions::Places Decisions::about(const model::FileFacts& file) const {
  std::set<std::string> names = {"", file.id, file.path};
  for (auto slash = file.path.find('/'); slash != std::string::npos;
       slash = file.path.find('/', slash + 1))
    names.insert(file.path.substr(slash + 1));
  Places places;
  for (const std::string& name : names)
    if (auto found = by_paper_.find(name); found != by_paper_.end())
      places.insert(places.end(), found->second.begin(), found->second.end());
  std::sort(places.begin(), places.end());
  return places;
}

void Decisions::rule_on(model::Finding& finding, const Places& about) {
  Entry* holds = nullptr;
  for (std::size_t place : about) {
    Entry& entry = entries_[place];
    if (!is_about(entry.decision, finding)) continue;
    entry.has_met = true;
    if (entry.is_over || (holds && names(entry.decision) < names(holds->decision))) continue;
    const bool is_equal = holds && names(entry.decision) == names(holds->decision);
    if (is_equal && entry.decision.confirms != holds->decision.confirms)
      holds->overruled_by = entry.decision.place;
    holds = &entry;
  }
  finding.waived.reset();
  finding.confirmed.reset();
  if (!holds) return;
  (holds->decision.confirms ? finding.confirmed : finding.waived) = holds->decision.ruling;
}

void Decisions::apply(model::Result& result) {
  knows_papers_ = knows_papers_ || (baseline_ && baseline_->knows(result.file));
  if (!result.pack) return;
  const Places about_it = about(result.file);
  for (std::size_t place : about_it) entries_[place].has_met_paper = true;
  for (model::Finding& finding : result.findings) {
    if (decides_) rule_on(finding, about_it);
    if (baseline_) finding.in_baseline = baseline_->has(result.file, finding);
  }
  if (result.verdict != model::Verdict::unjudged)
    result.verdict = sum_up(result.findings, result.paper && result.paper->document.truncated);
}

std::vector<std::string> Decisions::remarks(bool knows_all_papers) const {
  std::vector<std::string> all;
  for (const Entry& entry : entries_) {
    const Decision& it = entry.decision;
    const char* kind = it.confirms ? "confirmation" : "waiver";
    if (!entry.has_met_paper && !knows_all_papers) continue;
    if (entry.is_over)
      all.push_back(fmt::format("{}: this {} of {} held until {} and does not any more", it.place,
                                kind, it.check, it.ruling.until));
    else if (!entry.has_met)
      all.push_back(fmt::format("{}: this {} of {} meets no finding{}", it.place, kind, it.check,
                                entry.has_met_paper ? "" : ", nor a paper"));
    if (!entry.overruled_by.empty())
      all.push_back(
          fmt::format("{}: this {} of {} says the opposite of {}, which comes later and holds",
                      it.place, kind, it.check, entry.overruled_by));
  }
  return all;
}

}  // namespace judge
