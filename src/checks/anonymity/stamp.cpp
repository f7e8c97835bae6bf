#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "checks/stamps.hpp"

namespace checks::anonymity {
namespace {

constexpr Param kParams[] = {
    {"stamps", ParamType::texts, "", "patterns of what archives print on a page", "", 0,
     unless_patterns},
    {"holders", ParamType::texts, "", "patterns of copyright lines that name no author", "", 0,
     unless_patterns},
    {"dois", ParamType::texts, "", "patterns of DOIs that are placeholders", "", 0,
     unless_patterns},
};

model::Finding about(const StampSighting& sighting) {
  auto finding =
      failed("", std::string(sighting.measured), "nothing that leads to a published copy",
             "Submit the file that TeX makes, not the copy of an archive or of the "
             "proceedings, and compile with the style's review option.");
  finding.message = sighting.message;
  show_at(finding, *sighting.line);
  finding.confidence = sighting.confidence;
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  StampPatterns patterns{Patterns(with.texts("stamps")), Patterns(with.texts("holders")),
                         Patterns(with.texts("dois"))};
  for (const StampSighting& sighting : see_stamps(paper, patterns))
    findings.push_back(about(sighting));
  if (findings.empty() && !has_text(paper, 1))
    return {undecided("The first page has no text that can be read.")};
  return findings;
}

}  // namespace

extern constinit const Check stamp{
    .id = "anonymity/stamp",
    .summary = "stamps of archives, copyright lines with names, DOIs of the paper itself",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
