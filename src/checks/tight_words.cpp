#include "checks/tight_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "checks/findings.hpp"
#include "checks/lines.hpp"
#include "util/format.hpp"

namespace checks {
namespace {

struct Natural {
  std::string_view family;
  double space;  // em
};
// \fontdimen2 of the fonts that TeX sets the designs in; the advance of the space in others agrees.
constexpr auto kNatural = std::to_array<Natural>({{"times", 0.25},
                                                  {"palatino", 0.25},
                                                  {"libertine", 0.25},
                                                  {"utopia", 0.225},
                                                  {"helvetica", 0.278},
                                                  {"charter", 0.278},
                                                  {"schoolbook", 0.278},
                                                  {"computer-modern", 0.333}});

std::optional<double> natural_space(std::string_view family) {
  const auto* found = std::find_if(kNatural.begin(), kNatural.end(),
                                   [&](const Natural& it) { return it.family == family; });
  return found == kNatural.end() ? std::nullopt : std::optional(found->space);
}

const model::Line* find_closest(const model::Measured& measured) {
  const model::Line* closest = nullptr;
  for (const model::Line& line : measured.lines) {
    if (!line.counted || line.word_gap <= 0 || !is_running_text(line, measured)) continue;
    if (!closest || line.word_gap < closest->word_gap) closest = &line;
  }
  return closest;
}

model::Finding closer_than(const model::WordSpaces& spaces, double natural, double fifth,
                           double middle) {
  return failed(
      fmt::format(
          "Words are set closer than the font has them: a fifth of {} lines has spaces "
          "under {:.3f} of the size and half of them under {:.3f}, where the font has {:.3f}.",
          spaces.lines, spaces.low, spaces.middle, natural),
      fmt::format("{:.3f} em and {:.3f} em", spaces.low, spaces.middle),
      fmt::format("at least {:.3f} em in four fifths, {:.3f} em in half", fifth, middle),
      "Remove \\spaceskip, \\xspaceskip, \\fontdimen and WordSpace, and microtype's spacing.");
}

}  // namespace

std::optional<model::Finding> judge_word_spaces(const model::Measured& measured,
                                                const LeastSpaces& least) {
  const model::BodyType& body = *measured.body;
  auto natural = natural_space(body.family);
  if (!natural)
    return undecided(fmt::format("How far {} sets words apart is not known.", body.font));
  if (!body.word_spaces)
    return undecided("There are too few lines of running text to measure spaces between words.");
  const model::WordSpaces& spaces = *body.word_spaces;
  double fifth = least.fifth * *natural, middle = least.middle * *natural;
  if (spaces.low >= fifth && spaces.middle >= middle) return std::nullopt;
  auto finding = closer_than(spaces, *natural, fifth, middle);
  finding.confidence = model::Confidence::likely;
  if (const model::Line* line = find_closest(measured)) show_at(finding, *line);
  return finding;
}

}  // namespace checks
