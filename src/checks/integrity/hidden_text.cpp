#include "checks/hidden_text.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/patterns.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::integrity {
namespace {

constexpr Param kParams[] = {
    {"min", ParamType::integer, "1", "letters of a passage from which it is reported", "", 0,
     unless_positive},
    {"max", ParamType::integer, kOptional, "letters up to which it is", "", 0, unless_positive},
    {"canary", ParamType::texts, "",
     "patterns of what the venue itself hides, for text without blanks and signs", "", 0,
     unless_patterns},
};

constexpr std::size_t kQuoted = 300;

// What is not certain, and what lies in figures and layers, is for other checks to judge by its
// words.
bool is_judged(const HiddenPassage& passage, const model::Params& with) {
  bool is_long = passage.letters >= with.integer("min");
  bool is_short = !with.has("max") || passage.letters <= with.integer("max");
  return is_long && is_short && passage.sure == model::Confidence::certain &&
         !passage.is_leftover();
}

model::Finding about(const HiddenPassage& passage) {
  auto finding = failed(
      fmt::format("{} of text on page {} cannot be seen: {}.", counted(passage.letters, "letter"),
                  passage.page, reason(passage)),
      counted(passage.letters, "letter"), "none",
      "Remove what is not meant to be read instead of hiding it. What is left of an old version, a "
      "figure's white label or a comment goes from the source, too.");
  finding.page = passage.page;
  finding.box = passage.box();
  finding.evidence = util::shortened(util::printable(util::trim(passage.text)), kQuoted);
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  Patterns canary(without_blanks(with.texts("canary")));
  const HiddenText& hidden = find_hidden_text(paper);
  for (const HiddenPassage& passage : hidden.passages)
    if (is_judged(passage, with) && !canary.find(squeezed(passage.text)))
      findings.push_back(about(passage));
  if (findings.empty() && !hidden.cut_pages.empty()) findings.push_back(undecided_ink(hidden));
  return findings;
}

}  // namespace

extern constinit const Check hidden_text{
    .id = "integrity/hidden-text",
    .summary = "text that a program reads and no reader sees",
    .params = kParams,
    .run = run,
};

}  // namespace checks::integrity
