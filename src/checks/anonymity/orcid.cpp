#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/orcids.hpp"
#include "checks/passages.hpp"
#include "checks/patterns.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;

constexpr Param kParams[] = {
    {"allow", ParamType::texts, "", "patterns of iDs that are nobody's, as templates print them",
     "", 0, unless_patterns},
};

// One finding for those in front and one for the others: eight authors are one mistake.
void add(Findings& findings, const std::vector<OrcidSighting>& seen, bool is_in_front) {
  std::vector<std::string> ids;
  const OrcidSighting* first = nullptr;
  for (const OrcidSighting& it : seen) {
    if (it.is_in_front != is_in_front) continue;
    if (!first) first = &it;
    ids.push_back(it.id);
  }
  if (!first) return;
  auto finding =
      failed(is_in_front ? "An ORCID iD stands among the authors or in a note."
                         : "An ORCID iD stands in the text.",
             fmt::format("{} iD{}", ids.size(), ids.size() == 1 ? "" : "s"), "no iD of an author",
             "Remove \\orcid and \\orcidlink until the paper is accepted.");
  finding.confidence = is_in_front ? Confidence::certain : Confidence::possible;
  finding.page = first->page;
  finding.box = first->box;
  finding.evidence = name_list(ids);
  findings.push_back(std::move(finding));
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  Patterns allowed(with.texts("allow"));
  std::vector<OrcidSighting> seen = see_orcids(paper);
  std::erase_if(seen, [&](const OrcidSighting& it) { return allowed.match(it.id); });
  add(findings, seen, true);
  add(findings, seen, false);
  if (findings.empty() && !has_text(paper, 1))
    return {undecided("The first page has no text that can be read.")};
  return findings;
}

}  // namespace

extern constinit const Check orcid{
    .id = "anonymity/orcid",
    .summary = "ORCID iDs in the text or behind it",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
