#include <algorithm>

#include "checks/body_sample.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "util/format.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"sizes", ParamType::lengths, kRequired, "accepted sizes of the body", "", 0, unless_sizes},
    {"tolerance", ParamType::number, "0.025", "relative; glyph expansion changes sizes by 2 %", "",
     0, unless_relative},
    {"larger", ParamType::text, "allow", "what to do with a larger size", "allow fail"},
};

Findings run(const model::Paper& paper, const model::Params& with) {
  const auto& sizes = with.lengths("sizes");
  if (sizes.empty()) return {};
  std::string allowed = type_sizes(sizes);
  std::string why = sample_problem(paper.measured);
  if (!why.empty()) return {undecided(why, allowed)};
  const model::BodyType& body = *paper.measured.body;
  double tolerance = with.number("tolerance");
  bool accepted = std::any_of(sizes.begin(), sizes.end(), [&](model::Points size) {
    return body.size >= size * (1 - tolerance) && body.size <= size * (1 + tolerance);
  });
  bool larger = body.size > *std::min_element(sizes.begin(), sizes.end());
  if (accepted || (larger && with.text("larger") == "allow")) return {};
  auto finding =
      failed(fmt::format("The body is set in {}; {} is asked.", type_size(body.size), allowed),
             type_size(body.size), allowed,
             "Use the style's own class option for the size (10pt, 11pt...), and remove "
             "\\fontsize, \\small, extsizes and scaled=... of font packages.");
  if (const model::Line* line = first_body_line(paper.measured)) show_at(finding, *line);
  return {finding};
}

}  // namespace

extern constinit const Check body_size{
    .id = "font/body-size",
    .summary = "size of the body's type",
    .params = kParams,
    .run = run,
};

}  // namespace checks::font
