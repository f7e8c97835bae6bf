#include "report/telling.hpp"

#include <algorithm>

#include "model/words.hpp"
#include "report/layout.hpp"
#include "util/format.hpp"
#include "util/json.hpp"

namespace report {

using model::Finding;
using model::Result;
using model::Verdict;

Group group_of(const Finding& finding) {
  if (finding.waived) return Group::waived;
  if (finding.in_baseline) return Group::known;
  if (is_blocking(finding)) return Group::problem;
  if (asks_for_person(finding)) return Group::look;
  return finding.severity == model::Severity::note ? Group::note : Group::warning;
}

int count(const Result& result, Group group) {
  return static_cast<int>(
      std::count_if(result.findings.begin(), result.findings.end(),
                    [group](const Finding& finding) { return group_of(finding) == group; }));
}

namespace {

// "Example Conference 2025", or the id of a pack that has no title.
std::string venue(const Result& result) {
  return shown(result.pack->title.empty() ? result.pack->id : result.pack->title);
}

std::string headline_of_failure(const Result& result) {
  int problems = count(result, Group::problem);
  // Only a submission meets the desk; at other stages a venue sends the paper back.
  bool is_submission = result.pack->stage.empty() || result.pack->stage == "submission";
  if (is_submission)
    return fmt::format("{} would get this desk-rejected at {}", counted(problems, "problem"),
                       venue(result));
  return fmt::format("{} under the rules of {} ({})", counted(problems, "problem"), venue(result),
                     shown(result.pack->stage));
}

// Where the pack has no rule that says so.
std::string reason_unread(const Result& result) {
  bool is_known = result.paper && result.paper->document.failure;
  return is_known ? shown(result.paper->document.failure->message) : "it could not be read";
}

}  // namespace

std::string headline(const Result& result) {
  if (!result.stopped.empty()) return "Not judged: " + shown(result.stopped);
  if (result.verdict == Verdict::unjudged && result.findings.empty())
    return "Not judged: " + reason_unread(result);
  if (result.verdict == Verdict::unjudged)
    return fmt::format("This file cannot be read, so it was not judged for {}", venue(result));
  std::string line = result.verdict == Verdict::fail
                         ? headline_of_failure(result)
                         : fmt::format("Nothing found that the rules of {} forbid", venue(result));
  if (int look = count(result, Group::look)) line += fmt::format(", {} to look at", look);
  if (int warnings = count(result, Group::warning))
    line += fmt::format(", {}", counted(warnings, "warning"));
  if (int waived = count(result, Group::waived)) line += fmt::format(", {} waived", waived);
  if (int known = count(result, Group::known)) line += fmt::format(", {} known before", known);
  return line;
}

std::string facts(const Result& result) {
  std::string line = shown(result.file.path) + ":";
  if (result.paper && !result.paper->document.failure)
    line += fmt::format(" {},", counted(result.paper->measured.pages, "page"));
  line += fmt::format(" judged as {}", shown(result.pack->stage));
  if (result.pack->track) line += fmt::format(" ({} track)", shown(*result.pack->track));
  line += fmt::format(" by {} {}", shown(result.pack->id), shown(result.pack->version));
  return line;
}

std::string how_found(const model::PackMatch& match, const std::string& id) {
  std::string why = shown(match.why, kMostOfASentence);
  if (!match.confidence)
    return fmt::format(
        "No pack fits well enough{}: only what any venue asks was looked at. Name one "
        "with --pack (\"deskcheck packs list\" shows all).",
        why.empty() ? "" : " (" + why + ")");
  std::string line = fmt::format("Pack found by style, {}: {}.", word(*match.confidence), why);
  if (!match.runner_up.empty()) line += fmt::format(" Next: {}.", shown(match.runner_up));
  return line + (*match.confidence == model::Confidence::certain
                     ? ""
                     : fmt::format(" If {} is wrong, name one with --pack.", shown(id)));
}

std::string where(const Finding& finding) {
  std::string text = finding.page ? fmt::format("page {}", *finding.page) : "";
  if (finding.page && finding.box)
    text += fmt::format(", {:.0f} pt from the top", util::rounded(finding.box->top));
  if (finding.source) text += "; " + source_of(finding);
  if (finding.outcome == model::Outcome::failed && finding.confidence == model::Confidence::likely)
    text += text.empty() ? "likely, not certain" : " (likely, not certain)";
  return text;
}

std::string source_of(const Finding& finding) {
  if (!finding.source) return "";
  return fmt::format("{}:{}", shown(finding.source->file), finding.source->line);
}

std::string words_of(const model::Ruling& ruling) {
  std::string by = shown(ruling.by);
  if (!ruling.until.empty())
    by += fmt::format("{}until {}", by.empty() ? "" : ", ", shown(ruling.until));
  std::string reason = shown(ruling.reason, kMostOfASentence);
  if (by.empty()) return reason;
  return reason.empty() ? by : fmt::format("{} ({})", reason, by);
}

std::string settled(const Finding& finding) {
  if (finding.waived) return "waived: " + words_of(*finding.waived);
  if (finding.in_baseline) return "in the baseline";
  return finding.confirmed ? "confirmed: " + words_of(*finding.confirmed) : "";
}

std::vector<std::pair<std::string, std::vector<std::string>>> unchecked_by_reason(
    const Result& result) {
  std::vector<std::pair<std::string, std::vector<std::string>>> reasons;
  for (const model::Unchecked& it : result.unchecked) {
    auto known = std::find_if(reasons.begin(), reasons.end(),
                              [&](const auto& reason) { return reason.first == it.why; });
    if (known == reasons.end()) known = reasons.insert(reasons.end(), {it.why, {}});
    known->second.push_back(it.check);
  }
  return reasons;
}

}  // namespace report
