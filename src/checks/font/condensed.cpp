#include "checks/body_sample.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/undersized.hpp"
#include "util/format.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"scale", ParamType::number, "0.97", "least width of letters; microtype goes down to 0.98"},
    {"tracking", ParamType::number, "-0.01", "least space added between letters, of the size"},
    {"share", ParamType::number, "0.5", "of the body's letters from which on it fails"},
};

constexpr int kFewLetters = 25;  // of fewer the gaps are kerning
struct Squeeze {
  double share = 0, value = 0;  // of the body's letters, and in the line squeezed most
  const model::Line* worst = nullptr;
};

Squeeze find_squeeze(const model::Measured& measured, double least, int model::Line::*value) {
  Squeeze found;
  double all = 0, squeezed = 0;
  for (const model::Line& line : measured.lines) {
    if (!line.counted || !is_running_text(line, measured)) continue;
    int letters = letters_of(line.text);
    if (letters < kFewLetters) continue;
    all += letters;
    if (line.*value >= 1000 * least) continue;
    squeezed += letters;
    if (found.worst && line.*value >= found.worst->*value) continue;
    found.worst = &line;
    found.value = line.*value / 1000.0;
  }
  found.share = all > 0 ? squeezed / all : 0;
  return found;
}

model::Finding finding_of(const Squeeze& found, std::string_view what, std::string_view value,
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
  Squeeze narrow = find_squeeze(paper.measured, with.number("scale"), &model::Line::scale);
  if (narrow.worst && narrow.share >= with.number("share"))
    findings.push_back(finding_of(
        narrow, "set narrower than the font has them",
        fmt::format("down to {:.1f} % of their width", 100 * narrow.value),
        fmt::format("at least {:.1f} %", 100 * with.number("scale")),
        "Remove \\scalebox, \\pdfliteral, fonts with ExtendFont or FakeStretch, and microtype with "
        "a shrink above 20."));
  Squeeze close = find_squeeze(paper.measured, with.number("tracking"), &model::Line::tracking);
  if (close.worst && close.share >= with.number("share"))
    findings.push_back(
        finding_of(close, "closer than the font has them",
                   fmt::format("down to {:.3f} of the size between two letters", close.value),
                   fmt::format("at least {:.3f}", with.number("tracking")),
                   "Remove \\textls, \\SetTracking, LetterSpace and soul around the text."));
  return findings;
}

}  // namespace

extern constinit const Check condensed{
    .id = "font/condensed",
    .summary = "letters of the body set narrower or closer than the font has them",
    .params = kParams,
    .run = run,
};

}  // namespace checks::font
