#include <algorithm>
#include <cmath>

#include "checks/body_sample.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/lines.hpp"
#include "checks/objections.hpp"
#include "util/format.hpp"

namespace checks::layout {
namespace {

constexpr Param kParams[] = {
    {"leading", ParamType::lengths, kRequired, "accepted distances between lines of the body", "",
     0, unless_sizes},
    {"tolerance", ParamType::length, "0.15pt", "by which the least of them may be undercut"},
};
constexpr model::Points kSameLeading = 0.1;

// Two successive lines set as tight as the body is.
void show_example(model::Finding& finding, const model::Measured& measured) {
  for (std::size_t i = 1; i < measured.lines.size(); ++i) {
    const model::Line& upper = measured.lines[i - 1];
    const model::Line& lower = measured.lines[i];
    bool together = upper.page == lower.page && upper.column == lower.column && lower.counted &&
                    is_running_text(upper, measured) && is_running_text(lower, measured);
    double apart = lower.baseline - upper.baseline;
    if (!together || std::abs(apart - *measured.body->leading) > kSameLeading) continue;
    show_at(finding, lower);
    finding.box = upper.box.joined(lower.box);
    return;
  }
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const model::Measured& measured = paper.measured;
  const auto& accepted = with.lengths("leading");
  if (accepted.empty()) return {};
  model::Points least = *std::min_element(accepted.begin(), accepted.end());
  std::string allowed = fmt::format("at least {:.2f} pt", least);
  std::string why = sample_problem(measured);
  if (why.empty() && !measured.body->leading)
    why = "The distance between lines varies too much to be measured.";
  if (!why.empty()) return {undecided(why, allowed)};
  model::Points leading = *measured.body->leading;
  if (leading >= least - with.length("tolerance")) return {};
  auto finding = failed(
      fmt::format("The lines of the body are {:.2f} pt apart, {:.1f} % tighter than the {:.2f} pt "
                  "asked.",
                  leading, 100 * (1 - leading / least), least),
      fmt::format("{:.2f} pt", leading), allowed,
      "Remove \\linespread, \\setstretch, \\baselinestretch, \\fontsize with a small second "
      "number, and packages such as savetrees.");
  show_example(finding, measured);
  return {finding};
}

}  // namespace

extern constinit const Check line_spacing{
    .id = "layout/line-spacing",
    .summary = "distance between the lines of the body",
    .params = kParams,
    .run = run,
};

}  // namespace checks::layout
