#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "checks/patterns.hpp"
#include "checks/sightings.hpp"
#include "checks/told.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;

constexpr Param kParams[] = {
    {"allow", ParamType::texts, "", "patterns of addresses that name nobody", "", 0,
     unless_patterns},
    {"others", ParamType::texts, "",
     "words of sentences in the text that speak of others' addresses"},
};

// One finding for all addresses of a kind: eight authors are one mistake.
void add(Findings& findings, const std::vector<EmailSighting>& sightings, Confidence confidence,
         std::string message) {
  std::vector<std::string> texts;
  model::Finding finding =
      failed(std::move(message), "", "no address of an author",
             "Remove the address, or write it into \\thanks or the author block, which the style "
             "hides in an anonymous submission.");
  for (const EmailSighting& sighting : sightings) {
    if (sighting.confidence != confidence) continue;
    if (texts.empty()) finding.page = sighting.page;
    if (texts.empty()) finding.box = sighting.box;
    texts.push_back(sighting.text);
  }
  if (texts.empty()) return;
  finding.confidence = confidence;
  finding.measured =
      fmt::format("{} e-mail address{}", texts.size(), texts.size() == 1 ? "" : "es");
  finding.evidence = name_list(texts);
  findings.push_back(std::move(finding));
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  Patterns allowed(with.texts("allow"));
  std::vector<EmailSighting> sightings = see_emails(paper);
  const auto& others = with.texts("others");
  std::erase_if(sightings, [&](const EmailSighting& it) {
    bool is_others = it.confidence == Confidence::possible && !it.sentence.empty() &&
                     first_said(it.sentence, others).begin < it.sentence.size();
    return is_others || allowed.match_all(it.addresses);
  });
  add(findings, sightings, Confidence::likely,
      "An e-mail address stands on the first page or in a footnote.");
  add(findings, sightings, Confidence::possible,
      "An e-mail address stands in the text; whether it is an author's is for a person to say.");
  if (!has_text(paper, 1))
    findings.push_back(undecided("The first page has no text that can be read."));
  return findings;
}

}  // namespace

extern constinit const Check email{
    .id = "anonymity/email",
    .summary = "e-mail addresses on page 1, in footnotes and elsewhere",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
