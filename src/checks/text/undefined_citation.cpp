#include "checks/lost_marks.hpp"

namespace checks::text {
namespace {

Findings run(const model::Paper& paper, const model::Params&) {
  return report_lost_marks(paper, MarkKind::citation, "citation",
                           "Run BibTeX or biber and LaTeX twice; if ? stays, the log names the key "
                           "after \"Citation ... undefined\": add the entry or correct the key.");
}

}  // namespace

extern constinit const Check undefined_citation{
    .id = "text/undefined-citation",
    .summary = "[?] or (?) where a citation should be",
    .params = {},
    .run = run,
};

}  // namespace checks::text
