#include "checks/lost_marks.hpp"

namespace checks::text {
namespace {

Findings run(const model::Paper& paper, const model::Params&) {
  return report_lost_marks(paper, MarkKind::reference, "reference",
                           "Run LaTeX once more; if ?? stays, the log names the label after "
                           "\"Reference ... undefined\": correct its \\ref or add the \\label.");
}

}  // namespace

extern constinit const Check undefined_reference{
    .id = "text/undefined-reference",
    .summary = "?? where the number of a section, figure or formula should be",
    .params = {},
    .run = run,
};

}  // namespace checks::text
