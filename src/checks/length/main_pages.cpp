#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/overrun.hpp"
#include "util/format.hpp"

namespace checks::length {
namespace {

constexpr Param kParams[] = {
    {"max", ParamType::integer, kRequired, "pages the main part may have", "", 0, unless_positive},
};

// Pages without a readable word right after the last readable line may be main text, too.
int pages_with_wordless(const model::Paper& paper) {
  MainPart part = main_part(paper, paper.measured.lines.size());
  int page = paper.measured.main_end->page;
  while (is_wordless(paper, page + 1)) ++page;
  return static_cast<int>(part.pages.size()) + page - paper.measured.main_end->page;
}

// Whether what stands behind the references would be too much if it counted.
bool may_go_on(const model::Paper& paper, int most, const Lines& behind) {
  Lines all = main_part(paper, paper.measured.lines.size()).lines;
  all.insert(all.end(), behind.begin(), behind.end());
  return !behind.empty() && static_cast<int>(pages_of(all).size()) > most;
}

// The reason why the end of the main part cannot be told in a file longer than the limit.
std::string obstacle(const model::Paper& paper, int most, const std::optional<Overrun>& overrun) {
  if (!paper.measured.main_end)
    return "The file has no readable text, so where its main part ends cannot be told.";
  if (paper.document.truncated)
    return "Parts of the file could not be read, so where its main part ends cannot be told.";
  if (overrun && overrun->may_be_references)
    return "The text beyond the limit reads like references, but they have no heading.";
  if (!overrun && pages_with_wordless(paper) > most)
    return "The main part fits, unless the pages without readable text after it belong to it.";
  Lines behind = unplaced_behind_references(paper.measured);
  if (!overrun && may_go_on(paper, most, behind))
    return fmt::format(
        "What stands behind the references on page {} is not headed as an appendix; "
        "if it is main text, the paper is too long.",
        behind.front()->page);
  return "";
}

Findings run(const model::Paper& paper, const model::Params& with) {
  int most = with.integer("max");
  if (paper.measured.pages <= most) return {};
  std::string allowed = counted(most, "page");
  auto overrun = find_overrun(paper, most);
  std::string why = obstacle(paper, most, overrun);
  if (!why.empty()) {
    auto finding = undecided(why, allowed);
    if (overrun) show_at(finding, *overrun->lines.front());
    return {finding};
  }
  if (!overrun) return {};
  auto finding = failed(
      fmt::format("The main part takes {}; {} allowed{}.", overrun->extent, are(most, "page"),
                  overrun->doubt.empty() ? "" : " (" + overrun->doubt + ")"),
      overrun->extent, allowed,
      "Shorten the text, or move material behind the references with \\appendix where the venue "
      "does "
      "not count that; put "
      "\\FloatBarrier (placeins) before the references where a float drifts past them.");
  finding.confidence = overrun->confidence;
  show_at(finding, *overrun->lines.front());
  return {finding};
}

}  // namespace

extern constinit const Check main_pages{
    .id = "length/main-pages",
    .summary = "pages of the part that counts against the limit",
    .params = kParams,
    .run = run,
};

}  // namespace checks::length
