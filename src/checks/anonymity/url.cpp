#include <optional>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/links.hpp"
#include "checks/owned_links.hpp"
#include "checks/ownership.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;

constexpr Param kParams[] = {
    {"own_hosts", ParamType::texts, "", "hosts whose addresses name a person or group"},
    {"anonymous_hosts", ParamType::texts, "", "hosts, or beginnings of addresses, that hide names"},
    {"tracking_hosts", ParamType::texts, "", "hosts that record who opens a link; never allowed"},
    {"own_words", ParamType::texts, "", "words that claim what a link leads to (our code)"},
    {"other_words", ParamType::texts, kOtherWords, "words after those that speak of others' work"},
    {"look_for", ParamType::text, "own",
     "links to what is the authors' own or records readers, or those to anonymous hosts",
     "own anonymous"},
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

std::optional<model::Finding> judge(const LinkMention& link, std::optional<bool> cited,
                                    const model::Params& with) {
  bool in_figure = link.line && link.line->role == model::Role::figure;
  if (names_owner(link.url, with.texts("tracking_hosts"))) {
    bool sure = cited.has_value() && !in_figure;
    return about(link, sure ? Confidence::certain : Confidence::possible,
                 "A link leads to a host that records who follows it.");
  }
  if (!names_owner(link.url, with.texts("own_hosts")) || in_figure) return std::nullopt;
  if (link.printed && is_under(*link.printed, with.texts("anonymous_hosts")))
    return about(link, Confidence::likely, "A link shows an anonymous address, not its own.");
  Cues cues{with.texts("own_words"), with.texts("other_words"), with.texts("lead_words")};
  if (auto confidence = confidence_in_owner(link, cues))
    return about(link, cited ? *confidence : Confidence::possible,
                 "A link leads to work under its author's name.");
  return std::nullopt;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  bool wants_own = with.text("look_for") == "own";
  for (const LinkMention& link : find_links(paper)) {
    auto cited = in_references(paper.measured, link.line, link.page, link.box);
    bool is_anonymous = is_under(link.url, with.texts("anonymous_hosts"));
    if (is_anonymous && !wants_own && !cited.value_or(false))
      findings.push_back(
          about(link, Confidence::certain,
                "A link leads to an anonymous copy; its address may name the work."));
    if (is_anonymous || !wants_own || cited.value_or(false)) continue;
    if (auto finding = judge(link, cited, with)) findings.push_back(std::move(*finding));
  }
  if (!paper.measured.lines.empty()) return findings;
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
