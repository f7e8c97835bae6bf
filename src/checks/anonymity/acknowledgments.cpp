#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "checks/thanks.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;
using model::Role;

// "To be added.", "None.": too little to thank anybody.
constexpr int kFewWords = 3;
// Short abstracts have none.
constexpr int kMostPagesWithoutHeadings = 2;

constexpr Param kParams[] = {
    {"class", ParamType::text, "acknowledgments", "the kind of section", kSectionClasses},
    {"omitted", ParamType::texts, "", "phrases of sentences that say the section was left out"},
    {"thanks", ParamType::texts, kThanks, "phrases of sentences that thank somebody"},
    {"heads", ParamType::texts, "Acknowledgments,Acknowledgements,Acknowledgment,Acknowledgement",
     "words that begin such a paragraph where it has no heading"},
    {"grants", ParamType::texts, "", "patterns of sentences that name a grant", "", 0,
     unless_patterns},
};

model::Finding about(const Passage& thanks, Confidence confidence) {
  bool sure = confidence != Confidence::possible;
  bool is_note = thanks.first().role == Role::footnote;
  std::string said = is_note ? "A footnote may thank somebody who is near to the authors."
                             : "Text stands where acknowledgments would.";
  auto finding = failed(sure ? "The paper has acknowledgments." : said,
                        sure ? "text that gives thanks" : "text that may give thanks",
                        "no acknowledgments in an anonymous paper",
                        "Put them into the style's environment for acknowledgments, which hides "
                        "them, or comment them out until the paper is accepted.");
  show_at(finding, thanks.first());
  finding.confidence = confidence;
  finding.evidence = quoted_line(thanks.text);
  return finding;
}

void judge(const Passage& section, const model::Params& with, Findings& findings) {
  Gratitude found = read_thanks(section.text, with.texts("thanks"), with.texts("omitted"));
  bool is_plain = found.thanks && !found.left_out;
  if (found.thanks || (!found.left_out && found.words > kFewWords))
    findings.push_back(about(section, is_plain ? Confidence::certain : Confidence::possible));
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const model::Measured& measured = paper.measured;
  if (measured.lines.empty()) return {undecided("The paper has no text that can be read.")};
  Findings findings;
  for (const Passage& section : section_texts(paper, with.text("class")))
    judge(section, with, findings);
  if (!findings.empty()) return findings;
  for (const Passage& passage : passages_after(paper, with.texts("heads"))) {
    Gratitude found = read_thanks(passage.text, with.texts("thanks"), with.texts("omitted"));
    if (found.thanks && !found.left_out) return {about(passage, Confidence::likely)};
  }
  if (auto found = find_funding(paper, with.text("class"), with.texts("thanks"),
                                with.texts("omitted"), Patterns(with.texts("grants"))))
    return {about({std::string(found->told.sentence), {{0, found->told.line}}}, found->sure)};
  if (measured.sections.empty() && measured.pages > kMostPagesWithoutHeadings)
    return {undecided("No headings were found, so none can be told to be acknowledgments.")};
  if (paper.document.truncated) return {undecided("Only a part of the paper could be read.")};
  return {};
}

}  // namespace

extern constinit const Check acknowledgments{
    .id = "anonymity/acknowledgments",
    .summary = "acknowledgments with text in them",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
