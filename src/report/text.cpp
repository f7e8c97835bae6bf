#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "report/layout.hpp"
#include "report/measured_text.hpp"
#include "report/page_text.hpp"
#include "report/report.hpp"
#include "report/tally.hpp"
#include "report/telling.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;
using model::Verdict;

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
  if (finding.confirmed) layout.field("Confirmed", words_of(*finding.confirmed));
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

// In brief what does not count, and why it does not.
void write_set_aside(Layout& layout, const Result& result, Group group, std::string_view name) {
  int all = count(result, group);
  if (all == 0) return;
  layout.blank();
  layout.paragraph(fmt::format("{} ({}):", name, all), Tone::strong);
  for (const Finding& finding : result.findings) {
    if (group_of(finding) != group) continue;
    std::string place = finding.page ? fmt::format(", page {}", *finding.page) : "";
    layout.paragraph(
        fmt::format("{}{}: {}", finding.check, place, shown(finding.message, kMostOfASentence)),
        Tone::plain, 2);
    if (finding.waived) layout.paragraph("Waived: " + words_of(*finding.waived), Tone::faint, 4);
  }
}

// As many names of checks as are read rather than skipped.
constexpr std::size_t kMostNamed = 8;

// Letters of a list of them, which stored results may hold any number of.
constexpr std::size_t kMostNames = 10'000;

// "figure (2), file (8)"
std::string groups_of(const std::vector<std::string>& checks) {
  std::map<std::string, int> groups;
  for (const std::string& check : checks) ++groups[check.substr(0, check.find('/'))];
  std::vector<std::string> all;
  for (const auto& [group, number] : groups) all.push_back(fmt::format("{} ({})", group, number));
  return util::join(all, ", ");
}

std::string names_of(const std::vector<std::string>& checks, bool is_in_full) {
  bool is_named = is_in_full || checks.size() <= kMostNamed;
  return shown(is_named ? util::join(checks, ", ") : groups_of(checks), kMostNames);
}

void write_checked(Layout& layout, const Result& result, bool is_in_full) {
  if (result.checked.empty()) return;
  layout.blank();
  layout.lead(fmt::format("Checked, nothing found ({})", result.checked.size()), Tone::good,
              names_of(result.checked, is_in_full));
}

void write_unchecked(Layout& layout, const Result& result, bool is_in_full) {
  auto reasons = unchecked_by_reason(result);
  if (reasons.empty()) return;
  layout.blank();
  layout.paragraph("Not checked:", Tone::strong);
  for (const auto& [why, checks] : reasons)
    layout.paragraph(fmt::format("{}: {}", names_of(checks, is_in_full), shown(why)), Tone::plain,
                     2);
}

void write_judged(Layout& layout, const Result& result, bool is_alone, bool explain_all) {
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
  write_set_aside(layout, result, Group::waived, "Waived");
  write_set_aside(layout, result, Group::known, "In the baseline");
  write_checked(layout, result, explain_all);
  write_unchecked(layout, result, explain_all);
  if (is_alone && !explain_all && !result.findings.empty()) {
    layout.blank();
    layout.paragraph(
        "More: deskcheck explain " + result.findings.front().check + ", or --explain-all",
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
    for (const Finding& finding : result.findings) found_.insert(finding.check);
    if (result.pack)
      write_judged(layout_, result, is_alone, style_.explain_all);
    else
      write_measured(layout_, result);
  }

  void end(const std::vector<std::string>& remarks) {
    if (style_.quiet) return;
    if (tally_.is_of_many()) {
      layout_.blank();
      tally_.write(layout_);
    }
    if (!remarks.empty()) layout_.blank();
    for (const std::string& remark : remarks)
      layout_.paragraph(fmt::format("Note that {}.", shown(remark, kMostOfASentence)));
    if (style_.explain_all && style_.page_of) explain();
  }

 private:
  // Each once, whatever the number of papers; a name from stored results may be none of ours.
  void explain() {
    for (const std::string& check : found_) {
      std::string_view page = style_.page_of(check);
      if (page.empty()) continue;
      layout_.blank();
      write_page(layout_, page);
    }
  }

  std::ostream& out_;
  const Style& style_;
  Layout layout_;
  Tally tally_;
  std::set<std::string> found_;
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
  report.end(results.remarks());
}

}  // namespace report
