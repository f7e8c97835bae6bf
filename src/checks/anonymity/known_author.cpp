#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/sightings_of_authors.hpp"
#include "checks/squeezed.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

constexpr Param kParams[] = {
    {"allow", ParamType::texts, "", "what may stand there all the same, in any case of letters"},
};

model::Finding about(const AuthorSighting& sighting) {
  auto finding = failed(fmt::format("An author who is known stands {}.", sighting.kind),
                        name_list(sighting.names), "nothing that names an author",
                        "Take the name out there; write the paper's own work in the third person, "
                        "and clean the file with a tool that rewrites it.");
  finding.confidence = sighting.confidence;
  if (sighting.page > 0) finding.page = sighting.page;
  if (sighting.page > 0 && sighting.box.width() > 0) finding.box = sighting.box;
  finding.evidence = sighting.quote;
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  const auto& allowed = with.texts("allow");
  for (AuthorSighting& sighting : see_authors(paper)) {
    std::erase_if(sighting.names, [&](const std::string& name) {
      return std::any_of(allowed.begin(), allowed.end(),
                         [&](const std::string& it) { return squeezed(it) == squeezed(name); });
    });
    if (!sighting.names.empty()) findings.push_back(about(sighting));
  }
  if (findings.empty() && paper.measured.lines.empty())
    findings.push_back(undecided("The paper has no text in which its authors could be found."));
  return findings;
}

}  // namespace

extern constinit const Check known_author{
    .id = "anonymity/known-author",
    .summary = "names, addresses and affiliations of the authors, where they are known",
    .params = kParams,
    .run = run,
    .needs_authors = true,
};

}  // namespace checks::anonymity
