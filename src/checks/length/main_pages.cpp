#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/overrun.hpp"
#include "util/format.hpp"

namespace checks::length {
namespace {

constexpr Param kParams[] = {
    {"max", ParamType::integer, kOptional, "pages the main part may have; this or `min`", "", 0,
     unless_positive},
    {"min", ParamType::integer, kOptional, "pages it must have, the last one may be part-filled",
     "", 0, unless_positive},
};

model::Finding too_long(const Overrun& overrun, int most) {
  auto finding = failed(
      fmt::format("The main part takes {}; {} allowed{}.", overrun.extent, are(most, "page"),
                  overrun.doubt.empty() ? "" : " (" + overrun.doubt + ")"),
      overrun.extent, counted(most, "page"),
      "Shorten the text, or move material behind the references with \\appendix where the venue "
      "does not count that; put \\FloatBarrier (placeins) before the references where a "
      "float drifts past them.");
  finding.confidence = overrun.confidence;
  show_at(finding, *overrun.lines.front());
  return finding;
}

Findings judge_most(const model::Paper& paper, int most) {
  if (paper.measured.pages <= most) return {};
  auto overrun = find_overrun(paper, most);
  std::string why = why_untold(paper, most, overrun);
  if (!why.empty()) {
    auto finding = undecided(why, counted(most, "page"));
    if (overrun) show_at(finding, *overrun->lines.front());
    return {finding};
  }
  return overrun ? Findings{too_long(*overrun, most)} : Findings();
}

Findings judge_fewest(const model::Paper& paper, int fewest) {
  int pages = main_pages_at_most(paper);
  if (pages >= fewest) return {};
  std::string allowed = fmt::format("at least {}", counted(fewest, "page"));
  if (paper.document.truncated || !paper.measured.main_end)
    return {undecided("Where the main part ends cannot be told.", allowed)};
  std::string measured = counted(pages, "page");
  auto finding = failed(
      fmt::format("The main part takes {}; {} asked for at least.", measured, are(fewest, "page")),
      measured, allowed, "See whether the venue means it as advice, and what a reader would miss.");
  finding.page = paper.measured.main_end->page;
  return {finding};
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  if (with.has("max")) findings = judge_most(paper, with.integer("max"));
  if (!with.has("min")) return findings;
  for (const model::Finding& finding : judge_fewest(paper, with.integer("min")))
    findings.push_back(finding);
  return findings;
}

}  // namespace

extern constinit const Check main_pages{
    .id = "length/main-pages",
    .summary = "pages of the part that counts against the limit",
    .params = kParams,
    .run = run,
    .one_of = "max min",
};

}  // namespace checks::length
