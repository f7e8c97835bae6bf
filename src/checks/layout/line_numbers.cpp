#include "checks/check.hpp"
#include "checks/findings.hpp"

namespace checks::layout {
namespace {

constexpr Param kParams[] = {
    {"expect", ParamType::text, kRequired, "whether lines must be numbered", "present absent"},
};

Findings run(const model::Paper& paper, const model::Params& with) {
  bool expected = with.text("expect") == "present";
  std::string allowed = expected ? "numbered lines" : "no line numbers";
  if (!paper.measured.line_numbers)
    return {undecided("There is too little readable text to look for line numbers.", allowed)};
  if (*paper.measured.line_numbers == expected) return {};
  auto finding =
      expected ? failed("The lines are not numbered; line numbers are asked at this stage.",
                        "no line numbers", allowed,
                        "Load the style with its option for submissions, and remove what switches "
                        "the numbers off (\\nolinenumbers, an option final or preprint).")
               : failed("The lines are numbered; at this stage they must not be.", "numbered lines",
                        allowed,
                        "Load the style with its option for final papers, and remove "
                        "\\linenumbers.");
  finding.page = 1;
  return {finding};
}

}  // namespace

extern constinit const Check line_numbers{
    .id = "layout/line-numbers",
    .summary = "numbers beside the lines",
    .params = kParams,
    .run = run,
};

}  // namespace checks::layout
