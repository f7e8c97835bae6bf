#include <algorithm>
#include <optional>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/links.hpp"
#include "checks/ownership.hpp"
#include "checks/passages.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;
using model::Role;

constexpr Param kParams[] = {
    {"own_hosts", ParamType::texts, "", "hosts whose addresses name a person or group"},
    {"anonymous_hosts", ParamType::texts, "", "hosts, or beginnings of addresses, that hide names"},
    {"tracking_hosts", ParamType::texts, "", "hosts that record who opens a link; never allowed"},
    {"own_words", ParamType::texts, "", "words that claim what a link leads to (our code)"},
    {"other_words", ParamType::texts, kOtherWords, "words after those that speak of others' work"},
    {"lead_words", ParamType::texts, kLeadWords, "words right before a link to what they speak of"},
};

model::Finding about(const LinkMention& link, Confidence confidence, std::string message) {
  auto finding = failed(std::move(message), "a link to " + link.url.host,
                        "no link that names an author or tracks readers",
                        "Put the material into the supplement, or link to an anonymised copy.");
  finding.confidence = confidence;
  finding.page = link.page;
  finding.box = link.box;
  finding.evidence = quoted_line(link.url.text);
  return finding;
}

// How sure it is that the link is the authors' own; none where it may well be a citation.
std::optional<Confidence> confidence_in(const LinkMention& link, const Cues& cues) {
  if (link.line && link.line->role == Role::author) return Confidence::likely;
  Claim best = Claim::none;
  for (const std::string& before : link.before) best = std::max(best, claim(before, cues));
  if (best == Claim::clear) return Confidence::likely;
  if (best == Claim::unsure || link.in_front) return Confidence::possible;
  return std::nullopt;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  Cues cues{with.texts("own_words"), with.texts("other_words"), with.texts("lead_words")};
  for (const LinkMention& link : find_links(paper)) {
    auto cited = in_references(paper.measured, link.line, link.page, link.box);
    bool in_figure = link.line && link.line->role == Role::figure;
    if (cited.value_or(false) || is_under(link.url, with.texts("anonymous_hosts"))) continue;
    if (names_owner(link.url, with.texts("tracking_hosts"))) {
      bool sure = cited.has_value() && !in_figure;
      findings.push_back(about(link, sure ? Confidence::certain : Confidence::possible,
                               "A link leads to a host that records who follows it."));
    } else if (names_owner(link.url, with.texts("own_hosts")) && !in_figure) {
      if (auto confidence = confidence_in(link, cues))
        findings.push_back(about(link, cited ? *confidence : Confidence::possible,
                                 "A link leads to work under its author's name."));
    }
  }
  if (paper.measured.lines.empty())
    findings.push_back(undecided("The paper has no text that can be read."));
  return findings;
}

}  // namespace

extern constinit const Check url{
    .id = "anonymity/url",
    .summary = "links that name the authors or track readers",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
