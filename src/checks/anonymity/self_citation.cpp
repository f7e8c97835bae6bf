#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/own_work.hpp"
#include "checks/told.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;

constexpr Param kParams[] = {
    {"own", ParamType::texts, "", "phrases for earlier work of the authors (our previous work)"},
    {"continued", ParamType::texts, "", "weaker ones, that count right before a citation"},
    {"hidden", ParamType::texts, "", "words of citations that name nobody (Anonymous)"},
    {"samples", ParamType::texts, "", "phrases of sentences that templates print"},
};

model::Finding about(const OwnWork& work) {
  bool is_known = work.confidence == Confidence::certain;
  auto finding = failed(
      is_known ? "The paper cites work of its authors as their own."
               : "The paper seems to cite work as its authors' own.",
      "\"" + quoted_line(work.phrase) + "\"" + (is_known ? ", by " + work.cited : ""),
      "own work in the third person",
      "Cite it as anybody else's (\"Doe et al. (2020) show\"), or as \"Anonymous, under review\" "
      "where the paper cannot be understood without it.");
  show_at(finding, *work.line);
  finding.confidence = work.confidence;
  finding.evidence = quoted_line(work.sentence);
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  auto phrases = [&](const char* name) { return heard(paper, phrases_of(with.texts(name))); };
  OwnWorkWords words{phrases("own"), phrases("continued"), phrases("hidden"), phrases("samples")};
  for (const OwnWork& work : find_own_work(paper, words)) findings.push_back(about(work));
  if (findings.empty() && paper.measured.lines.empty())
    return {undecided("The paper has no text that can be read.")};
  return findings;
}

}  // namespace

extern constinit const Check self_citation{
    .id = "anonymity/self-citation",
    .summary = "citations of work that the paper calls its authors' own",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
