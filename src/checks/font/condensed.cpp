#include "checks/body_sample.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/narrowed.hpp"
#include "checks/objections.hpp"
#include "checks/tight_words.hpp"
#include "util/format.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"scale", ParamType::number, "0.97", "least width of letters; microtype goes down to 0.98", "",
     0, unless_share},
    {"tracking", ParamType::number, "-0.01", "least space added between letters, of the size"},
    {"narrow", ParamType::number, "0.1", "of the body's letters that may be narrower", "", 0,
     unless_share},
    {"close", ParamType::number, "0.5", "of the body's letters that may be closer", "", 0,
     unless_share},
    {"space", ParamType::number, kOptional,
     "of the font's own space between words that half of the lines keep; both or none"},
    {"low_space", ParamType::number, kOptional, "the same of four fifths of the lines"},
};

model::Finding finding_of(const Narrowed& found, std::string_view what, std::string_view value,
                          std::string allowed, std::string fix) {
  auto finding = failed(
      fmt::format("{:.0f} % of the body's letters are {}: {}.", 100 * found.share, what, value),
      std::string(value), std::move(allowed), std::move(fix));
  show_at(finding, *found.worst);
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  std::string why = sample_problem(paper.measured);
  if (!why.empty()) return {undecided(why)};
  Findings findings;
  Narrowed narrow = find_narrowed(paper, with.number("scale"), width_of);
  if (narrow.worst && narrow.share >= with.number("narrow"))
    findings.push_back(finding_of(
        narrow, "set narrower than the font has them",
        fmt::format("down to {:.1f} % of their width", 100 * narrow.value),
        fmt::format("at least {:.1f} %", 100 * with.number("scale")),
        "Remove \\scalebox, \\pdfliteral, fonts with ExtendFont or FakeStretch, and microtype with "
        "a shrink above 20."));
  Narrowed close = find_narrowed(paper, with.number("tracking"), tracking_of);
  if (close.worst && close.share >= with.number("close"))
    findings.push_back(
        finding_of(close, "closer than the font has them",
                   fmt::format("down to {:.3f} of the size between two letters", close.value),
                   fmt::format("at least {:.3f}", with.number("tracking")),
                   "Remove \\textls, \\SetTracking, LetterSpace and soul around the text."));
  if (with.has("space") && with.has("low_space"))
    if (auto words =
            judge_word_spaces(paper.measured, {with.number("low_space"), with.number("space")}))
      findings.push_back(*words);
  return findings;
}

}  // namespace

extern constinit const Check condensed{
    .id = "font/condensed",
    .summary = "letters and words of the body set narrower or closer than the font has them",
    .params = kParams,
    .run = run,
};

}  // namespace checks::font
