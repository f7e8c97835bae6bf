#include <set>

#include "checks/author_notes.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "util/format.hpp"

namespace checks::text {
namespace {

using model::Confidence;

constexpr Param kParams[] = {
    {"words", ParamType::texts, "TODO, FIXME, XXX, TBD", "marks of what is still to be written"},
    {"except", ParamType::texts, "", "kinds of section whose marks another rule finds",
     kSectionClasses},
};

constexpr std::string_view kFix =
    "Write what is missing; take notes out with \\usepackage[disable]{todonotes} or "
    "\\newcommand{..}{}.";

std::string_view message_for(NoteKind kind, Confidence sure) {
  if (kind == NoteKind::box) return "A coloured box with a note stands in the paper";
  if (kind == NoteKind::remark)
    return "Text in a colour of its own may be an author's remark, which is for a person to say";
  if (sure == Confidence::likely) return "A mark of what is still to be written was left";
  return "A sentence may have a mark of what is still to be written, which is for a person to say";
}

// One finding for all notes of a kind that are as sure.
void add(Findings& findings, const std::vector<AuthorNote>& notes, NoteKind kind, Confidence sure) {
  std::vector<std::string> texts;
  std::set<int> on;
  const AuthorNote* first = nullptr;
  for (const AuthorNote& note : notes) {
    if (note.kind != kind || note.confidence != sure) continue;
    if (!first) first = &note;
    texts.push_back(quoted_line(note.text));
    on.insert(note.page);
  }
  if (!first) return;
  std::string where = page_list(std::vector<int>(on.begin(), on.end()));
  auto finding =
      failed(fmt::format("{}: {}.", message_for(kind, sure), where),
             fmt::format("{} on {}", counted(static_cast<int>(texts.size()), "note"), where),
             "none", std::string(kFix));
  finding.confidence = sure;
  finding.page = first->page;
  finding.box = first->box;
  finding.evidence = name_list(texts);
  findings.push_back(std::move(finding));
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  std::vector<AuthorNote> notes = find_marks(paper, with.texts("words"), with.texts("except"));
  for (auto more : {find_boxes(paper), find_remarks(paper)})
    notes.insert(notes.end(), more.begin(), more.end());
  add(findings, notes, NoteKind::mark, Confidence::likely);
  add(findings, notes, NoteKind::mark, Confidence::possible);
  add(findings, notes, NoteKind::box, Confidence::likely);
  add(findings, notes, NoteKind::remark, Confidence::possible);
  if (!has_text(paper, 1))
    findings.push_back(undecided("The first page has no text that can be read."));
  return findings;
}

}  // namespace

extern constinit const Check todo{
    .id = "text/todo",
    .summary = "TODO, \\todo boxes and authors' remarks left in the paper",
    .params = kParams,
    .run = run,
};

}  // namespace checks::text
