#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/traces.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;
using model::Revision;
using model::Trace;
using model::TraceKind;

constexpr Param kParams[] = {
    {"keys", ParamType::texts, "Author,dc:creator,annotation T",
     "entries, properties and marks of annotations that must not name anybody"},
    {"allow", ParamType::texts, "", "patterns of whole values that are no leak", "", 0,
     unless_patterns},
};

model::Finding about(std::string message, std::string measured) {
  return failed(std::move(message), std::move(measured), "the present state alone",
                "Write the file anew: qpdf --linearize FILE NEW (or deskcheck fix), and upload "
                "NEW. Programs that append, exiftool among them, leave the old state in the file.");
}

void add_changed_pages(const Revision& revision, Findings& findings) {
  if (revision.changed_pages.empty()) return;
  findings.push_back(about(
      fmt::format("The file still holds an older state of {}.", page_list(revision.changed_pages)),
      counted(static_cast<int>(revision.changed_pages.size()), "older page")));
  findings.back().confidence = Confidence::possible;
  findings.back().page = revision.changed_pages.front();
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const Patterns allowed(with.texts("allow"));
  auto judge = [&](const Trace& trace) -> std::optional<Confidence> {
    if (trace.kind != TraceKind::revision) return std::nullopt;
    if (is_among(with.texts("keys"), trace.key)) return naming(paper, trace.text, allowed);
    if (trace.key == "annotation Contents") return Confidence::possible;
    return std::nullopt;
  };
  auto describe = [](const Trace& first, int) {
    return about(fmt::format("An older state of the file, which anybody can bring back, has {} "
                             "with a value.",
                             first.key),
                 fmt::format("{} in state {}", first.key, first.place));
  };
  Findings findings = group_traces(paper, judge, describe);
  for (const Revision& revision : paper.document.revisions) {
    add_changed_pages(revision, findings);
    if (!revision.is_read)
      findings.push_back(undecided("The file holds an older state that could not be read."));
  }
  add_unread_traces(paper, findings);
  return findings;
}

}  // namespace

extern constinit const Check revision{
    .id = "anonymity/revision",
    .summary = "names and pages in older states that are still in the file",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
