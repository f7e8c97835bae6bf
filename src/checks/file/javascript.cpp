#include "checks/acts.hpp"
#include "checks/check.hpp"

namespace checks::file {
namespace {

Findings run(const model::Paper& paper, const model::Params&) {
  auto judge = [](const model::Action& action) {
    return action.kind == "JavaScript" ? std::optional(model::Confidence::certain) : std::nullopt;
  };
  return group_actions(paper, judge,
                       "Leave out the package that writes it (animate, media9, insdljs, eforms), "
                       "or print the file to a new PDF.");
}

}  // namespace

extern constinit const Check javascript{
    .id = "file/javascript",
    .summary = "scripts in the file",
    .params = {},
    .run = run,
};

}  // namespace checks::file
