#include "checks/body_sample.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/narrowed.hpp"
#include "util/format.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"fifth", ParamType::number, kRequired,
     "of the font's own space that four fifths of lines keep"},
    {"middle", ParamType::number, kRequired, "of the font's own space that half of the lines keep"},
};

const model::Line* find_closest(const model::Measured& measured) {
  const model::Line* closest = nullptr;
  for (const model::Line& line : measured.lines) {
    if (!line.counted || line.word_gap <= 0 || !is_running_text(line, measured)) continue;
    if (!closest || line.word_gap < closest->word_gap) closest = &line;
  }
  return closest;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  std::string why = sample_problem(paper.measured);
  if (!why.empty()) return {undecided(why)};
  const model::BodyType& body = *paper.measured.body;
  auto natural = natural_space(body.family);
  if (!natural)
    return {undecided(fmt::format("How far {} sets words apart is not known.", body.font))};
  if (!body.word_spaces)
    return {undecided("There are too few lines of running text to measure spaces between words.")};
  const model::WordSpaces& spaces = *body.word_spaces;
  double fifth = with.number("fifth") * *natural, middle = with.number("middle") * *natural;
  if (spaces.low >= fifth && spaces.middle >= middle) return {};
  auto finding = failed(
      fmt::format(
          "Words are set closer than the font has them: a fifth of {} lines has spaces "
          "under {:.3f} of the size and half of them under {:.3f}, where the font has {:.3f}.",
          spaces.lines, spaces.low, spaces.middle, *natural),
      fmt::format("{:.3f} em and {:.3f} em", spaces.low, spaces.middle),
      fmt::format("at least {:.3f} em in four fifths, {:.3f} em in half", fifth, middle),
      "Remove \\spaceskip, \\xspaceskip, \\fontdimen and WordSpace, and microtype's spacing.");
  finding.confidence = model::Confidence::likely;
  if (const model::Line* line = find_closest(paper.measured)) show_at(finding, *line);
  return {finding};
}

}  // namespace

extern constinit const Check word_spaces{
    .id = "font/word-spaces",
    .summary = "spaces between the words of the body closer than the font has them",
    .params = kParams,
    .run = run,
};

}  // namespace checks::font
