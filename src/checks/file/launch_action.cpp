#include "checks/acts.hpp"
#include "checks/check.hpp"

namespace checks::file {
namespace {

using model::Confidence;

// A click that opens another file of the author's leads reviewers nowhere; what needs no click, or
// starts a program, or sends something, is another matter.
std::optional<Confidence> judge(const model::Action& action) {
  if (action.kind == "JavaScript") return std::nullopt;
  const bool is_document = action.kind == "GoToR" || action.kind == "GoToE";
  const bool is_show = action.kind == "Rendition" || action.kind == "Movie" ||
                       action.kind == "Sound" || action.kind == "GoTo3DView" ||
                       action.kind == "RichMediaExecute" || action.kind == "ResetForm";
  return action.trigger == "link" && (is_document || is_show) ? Confidence::possible
                                                              : Confidence::certain;
}

Findings run(const model::Paper& paper, const model::Params&) {
  return group_actions(paper, judge,
                       "Remove what writes it: \\href{run:...} and \\href{file:...} start programs "
                       "and open files, \\Acrobatmenu and forms of hyperref send data.");
}

}  // namespace

extern constinit const Check launch_action{
    .id = "file/launch-action",
    .summary = "actions that start programs, open other files or send something",
    .params = {},
    .run = run,
};

}  // namespace checks::file
