#include <algorithm>
#include <limits>

#include "model/words.hpp"
#include "report/layout.hpp"
#include "report/measured_text.hpp"
#include "report/report.hpp"
#include "report/tally.hpp"
#include "util/format.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;
using model::Verdict;

// A pack's sentences are its author's and may be longer than what is quoted from a paper.
constexpr std::size_t kMostOfASentence = 1000;

enum class Group { problem, look, warning, note };

Group group_of(const Finding& finding) {
  if (is_blocking(finding)) return Group::problem;
  if (asks_for_person(finding)) return Group::look;
  return finding.severity == model::Severity::note ? Group::note : Group::warning;
}

int count(const Result& result, Group group) {
  return static_cast<int>(
      std::count_if(result.findings.begin(), result.findings.end(),
                    [group](const Finding& finding) { return group_of(finding) == group; }));
}

// "Example Conference 2025", or the id of a pack that has no title.
std::string venue(const Result& result) {
  return shown(result.pack->title.empty() ? result.pack->id : result.pack->title);
}

Tone tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return Tone::good;
    case Verdict::review:
      return Tone::warn;
    case Verdict::fail:
      return Tone::bad;
    case Verdict::unjudged:
      break;
  }
  return Tone::bad;
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

// One line, without its full stop.
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
  return line;
}

// "paper.pdf: 11 pages, judged as submission by example-2025 1.0.0"
std::string facts(const Result& result) {
  std::string line = shown(result.file.path) + ":";
  if (result.paper && !result.paper->document.failure)
    line += fmt::format(" {},", counted(result.paper->measured.pages, "page"));
  line += fmt::format(" judged as {}", shown(result.pack->stage));
  if (result.pack->track) line += fmt::format(" ({} track)", shown(*result.pack->track));
  line += fmt::format(" by {} {}", shown(result.pack->id), shown(result.pack->version));
  return line;
}

// How the pack was found where nobody named one, and how to name it.
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

std::string quoted(const std::string& text, std::size_t letters) {
  return text.empty() ? "" : fmt::format("\"{}\"", shown(text, letters));
}

// The sentence and the day it stood there; the address follows on a line of its own.
std::string sentence(const model::Cite& cite) {
  std::string read =
      cite.read_on.empty() ? "" : fmt::format("(as read on {})", shown(cite.read_on));
  if (cite.text.empty()) return read;
  return quoted(cite.text, kMostOfASentence) + (read.empty() ? "" : " ") + read;
}

std::string where(const Finding& finding) {
  std::string text = finding.page ? fmt::format("page {}", *finding.page) : "";
  if (finding.page && finding.box)
    text += fmt::format(", {:.0f} pt from the top", util::rounded(finding.box->top));
  if (finding.source)
    text += fmt::format("; {}:{}", shown(finding.source->file), finding.source->line);
  if (finding.outcome == model::Outcome::failed && finding.confidence == model::Confidence::likely)
    text += text.empty() ? "likely, not certain" : " (likely, not certain)";
  return text;
}

void write_finding(Layout& layout, const Finding& finding, std::string_view label, Tone tone) {
  layout.blank();
  layout.lead(label, tone, shown(finding.message, kMostOfASentence));
  layout.field("Where", where(finding));
  layout.field("Measured", shown(finding.measured));
  layout.field("Allowed", shown(finding.allowed));
  layout.field("Evidence", quoted(finding.evidence, 200));
  if (finding.cite) {
    std::string words = sentence(*finding.cite);
    layout.field("Venue", words);
    layout.field(words.empty() ? "Venue" : "", shown(finding.cite->url, kMostOfASentence));
  }
  layout.field("Fix", shown(finding.fix, kMostOfASentence));
  layout.field("Check", finding.check);
}

void write_group(Layout& layout, const Result& result, Group group, std::string_view name,
                 Tone tone) {
  int all = count(result, group);
  int number = 0;
  for (const Finding& finding : result.findings) {
    if (group_of(finding) != group) continue;
    std::string label =
        all == 1 ? std::string(name) : fmt::format("{} {} of {}", name, ++number, all);
    write_finding(layout, finding, label, tone);
  }
}

// What could not be checked, the checks with one reason together.
void write_unchecked(Layout& layout, const Result& result) {
  std::vector<std::pair<std::string, std::vector<std::string>>> reasons;
  for (const model::Unchecked& it : result.unchecked) {
    auto known = std::find_if(reasons.begin(), reasons.end(),
                              [&](const auto& reason) { return reason.first == it.why; });
    if (known == reasons.end()) known = reasons.insert(reasons.end(), {it.why, {}});
    known->second.push_back(it.check);
  }
  if (reasons.empty()) return;
  layout.blank();
  layout.paragraph("Not checked:", Tone::strong);
  for (const auto& [why, checks] : reasons)
    layout.paragraph(
        fmt::format("{}: {}", shown(util::join(checks, ", "), kMostOfASentence), shown(why)),
        Tone::plain, 2);
}

void write_judged(Layout& layout, const Result& result, bool is_alone) {
  if (!is_alone) layout.paragraph(shown(result.file.path), Tone::strong);
  std::string line = headline(result);
  layout.paragraph(line.ends_with('.') ? line : line + ".", tone_of(result.verdict));
  if (!result.stopped.empty()) return;
  if (is_alone) layout.paragraph(facts(result) + ".");
  if (result.pack->match) layout.paragraph(how_found(*result.pack->match, result.pack->id));
  std::string end = result.paper ? where_main_part_ends(result.paper->measured) : "";
  if (is_alone && !end.empty()) layout.paragraph(end + ".");
  write_group(layout, result, Group::problem, "Problem", Tone::bad);
  write_group(layout, result, Group::look, "To look at", Tone::warn);
  write_group(layout, result, Group::warning, "Warning", Tone::warn);
  write_group(layout, result, Group::note, "Note", Tone::strong);
  if (!result.checked.empty()) {
    layout.blank();
    layout.lead(fmt::format("Checked, nothing found ({})", result.checked.size()), Tone::good,
                util::join(result.checked, ", "));
  }
  write_unchecked(layout, result);
  if (is_alone && !result.findings.empty()) {
    layout.blank();
    layout.paragraph("More on a check: deskcheck explain " + result.findings.front().check,
                     Tone::faint);
  }
}

// One line a file, however wide, for programs that read lines.
void write_quiet(std::ostream& out, const Result& result, Style style) {
  if (result.verdict == Verdict::pass) return;
  style.width = std::numeric_limits<int>::max();
  Layout(out, style).lead(shown(result.file.path), tone_of(result.verdict), headline(result));
}

// Papers that are shown one after another, and what they come to.
class TextReport {
 public:
  TextReport(std::ostream& out, const Style& style)
      : out_(out), style_(style), layout_(out, style) {}

  void add(const Result& result, bool is_alone) {
    tally_.add(result);
    if (style_.quiet && result.pack) {
      write_quiet(out_, result, style_);
      return;
    }
    if (!is_first_) layout_.blank();
    is_first_ = false;
    if (result.pack)
      write_judged(layout_, result, is_alone);
    else
      write_measured(layout_, result);
  }

  void end() {
    if (style_.quiet || !tally_.is_of_many()) return;
    layout_.blank();
    tally_.write(layout_);
  }

 private:
  std::ostream& out_;
  const Style& style_;
  Layout layout_;
  Tally tally_;
  bool is_first_ = true;
};

}  // namespace

void text(std::ostream& out, Results& results, const Style& style) {
  const Result* next = results.next();
  if (!next) return;
  TextReport report(out, style);
  Result first = *next;  // how it is written depends on whether another one follows
  next = results.next();
  report.add(first, !next);
  for (; next; next = results.next()) report.add(*next, false);
  report.end();
}

}  // namespace report
