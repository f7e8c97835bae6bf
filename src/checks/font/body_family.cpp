#include <algorithm>

#include "checks/body_sample.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "util/format.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"families", ParamType::texts, kRequired,
     "accepted designs: times, computer-modern, palatino, libertine, helvetica..."},
};

Findings run(const model::Paper& paper, const model::Params& with) {
  const auto& families = with.texts("families");
  std::string allowed = name_list(families, 9);
  std::string why = sample_problem(paper.measured);
  if (!why.empty()) return {undecided(why, allowed)};
  const model::BodyType& body = *paper.measured.body;
  if (std::find(families.begin(), families.end(), body.family) != families.end()) return {};
  if (body.family.empty())
    return {undecided(fmt::format("The body is set in {}, a font of unknown design.", body.font),
                      allowed)};
  auto finding = failed(
      fmt::format("The body is set in {} ({}); {} is asked.", body.family, body.font, allowed),
      fmt::format("{} ({})", body.family, body.font), allowed,
      "Remove the packages that change the text font (mathpazo, libertine, helvet with "
      "\\familydefault...); for Times load times, mathptmx or newtxtext as the style does.");
  if (const model::Line* line = first_body_line(paper.measured)) show_at(finding, *line);
  return {finding};
}

}  // namespace

extern constinit const Check body_family{
    .id = "font/body-family",
    .summary = "design of the body's type",
    .params = kParams,
    .run = run,
};

}  // namespace checks::font
