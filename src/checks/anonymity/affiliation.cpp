#include "checks/affiliations.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "checks/told.hpp"

namespace checks::anonymity {
namespace {

constexpr Param kParams[] = {
    {"institutions", ParamType::texts, "Universi,Institut,Department,College,Laborator,Hospital",
     "beginnings of words that names of institutions have"},
    {"boards", ParamType::texts, "", "phrases that speak of an approval of ethics"},
    {"own", ParamType::texts, "", "phrases that speak of the authors' own institution"},
    {"stays", ParamType::texts, "", "phrases that say where the work was done"},
    {"machines", ParamType::texts, "", "phrases that speak of computing resources"},
    {"others", ParamType::texts, "",
     "words of sentences that speak of people taking part, or data"},
    {"placeholders", ParamType::texts, "", "what a blind style prints in place of institutions"},
};

model::Finding about(const AffiliationSighting& sighting) {
  std::string beside = sighting.cue.empty() ? "" : " beside \"" + sighting.cue + "\"";
  auto finding = failed("", "an institution" + beside, "nothing that says where the authors work",
                        "Write \"our institution\" or leave the name out until the paper is "
                        "accepted; keep affiliations in \\author, which blind styles hide.");
  finding.message = sighting.message;
  finding.confidence = sighting.confidence;
  show_at(finding, *sighting.line);
  finding.evidence = quoted_line(sighting.sentence);
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  auto phrases = [&](const char* name) { return heard(paper, phrases_of(with.texts(name))); };
  AffiliationWords words{with.texts("institutions"), phrases("boards"),   phrases("own"),
                         phrases("stays"),           phrases("machines"), phrases("others"),
                         phrases("placeholders")};
  for (const AffiliationSighting& sighting : see_affiliations(paper, words))
    findings.push_back(about(sighting));
  if (findings.empty() && paper.measured.lines.empty())
    return {undecided("The paper has no text that can be read.")};
  return findings;
}

}  // namespace

extern constinit const Check affiliation{
    .id = "anonymity/affiliation",
    .summary = "institutions in notes, approvals of ethics, and where the paper speaks of its own",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
