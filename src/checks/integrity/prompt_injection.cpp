#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/patterns.hpp"
#include "checks/unseen_texts.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::integrity {
namespace {

constexpr Param kParams[] = {
    {"patterns", ParamType::texts, kRequired,
     "of what is said to a machine, for text without blanks and signs; their own do not count", "",
     0, unless_patterns},
    {"cues", ParamType::texts, "", "words of which each such text has one; others are passed over"},
    {"canary", ParamType::texts, "", "patterns of what the venue itself hides in papers", "", 0,
     unless_patterns},
};

constexpr std::size_t kQuoted = 300;
// So much around the words tells a sentence from others with the same words.
constexpr std::size_t kAround = 12;

bool has_cue(const std::string& letters, const std::vector<Phrase>& cues) {
  return cues.empty() || std::any_of(cues.begin(), cues.end(), [&](const Phrase& cue) {
           return letters.find(cue.letters) != std::string::npos;
         });
}

model::Finding about(const UnseenText& text, Span span) {
  auto finding = failed(
      fmt::format("Instructions to a program that reads the paper are hidden in {}: {}.",
                  text.place, text.why),
      "hidden instructions", "none",
      "Remove the text from the source, with what hides it (\\color, \\fontsize, \\pdfliteral, "
      "\\hypersetup), and compile again.");
  finding.confidence = text.sure;
  if (text.page > 0) finding.page = text.page;
  finding.box = text.passage ? std::optional(text.passage->box_of(span)) : text.box;
  finding.evidence =
      util::shortened(util::printable(util::trim(around(text.text, span, kQuoted / 2))), kQuoted);
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  const HiddenText& hidden = find_hidden_text(paper);
  Patterns patterns(without_blanks(with.texts("patterns")));
  Patterns canary(without_blanks(with.texts("canary")));
  auto cues = phrases_of(with.texts("cues"));
  UnseenTexts unseen = unseen_texts(paper);
  for (const UnseenText& text : unseen.texts) {
    Squeezed letters(text.text);
    if (!has_cue(letters.text(), cues)) continue;
    if (!text.passage && is_printed(paper, text.text)) continue;
    auto found = patterns.find(letters.text());
    if (!found || canary.find(letters.text())) continue;
    Span span = letters.origin_of(*found);
    if (!text.passage && is_printed(paper, around(text.text, span, kAround))) continue;
    findings.push_back(about(text, span));
  }
  if (!findings.empty()) return findings;
  if (!hidden.cut_pages.empty()) findings.push_back(undecided_ink(hidden));
  if (unseen.was_cut)
    findings.push_back(undecided("The metadata and notes of the paper are longer than is read."));
  return findings;
}

}  // namespace

extern constinit const Check prompt_injection{
    .id = "integrity/prompt-injection",
    .summary = "instructions to a program that no reader sees",
    .params = kParams,
    .run = run,
};

}  // namespace checks::integrity
