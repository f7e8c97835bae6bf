#include "checks/check.hpp"
#include "checks/extent.hpp"
#include "checks/findings.hpp"
#include "checks/main_part.hpp"
#include "util/format.hpp"

namespace checks::length {
namespace {

std::string unless_count(const model::Value& value) {
  return std::get<long long>(value) >= 0 ? "" : "it must be at least 0";
}

constexpr Param kParams[] = {
    {"max", ParamType::integer, kRequired, "pages the appendix may have; 0 = none", "", 0,
     unless_count},
};

Lines lines_of(const model::Measured& measured) {
  Lines lines;
  for (const model::Line& line : measured.lines) {
    const std::string& id = class_of(line, measured);
    if (is_content(line) && (id == "appendix" || id == "supplementary")) lines.push_back(&line);
  }
  return lines;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  int most = with.integer("max");
  std::string allowed = counted(most, "page");
  Lines lines = lines_of(paper.measured), unplaced = unplaced_behind_references(paper.measured);
  if (paper.measured.lines.empty()) return {undecided("The file has no readable text.", allowed)};
  int pages = static_cast<int>(pages_of(lines).size());
  Lines all = lines;
  all.insert(all.end(), unplaced.begin(), unplaced.end());
  if (pages <= most && static_cast<int>(pages_of(all).size()) > most)
    return {
        undecided(fmt::format("What stands behind the references on page {} is not headed as an "
                              "appendix; if it is one, it is too long.",
                              unplaced.front()->page),
                  allowed)};
  if (pages <= most) return {};
  auto finding = failed(
      fmt::format("The appendix takes {}; {} allowed.", counted(pages, "page"), are(most, "page")),
      fmt::format("{} on {}", counted(pages, "page"), page_list(pages_of(lines))), allowed,
      "Move parts of the appendix to the supplement.");
  // It may begin below the references and end above the foot of a page.
  if (most > 0 && pages_taken(lines, paper.measured) <= most)
    finding.confidence = model::Confidence::possible;
  show_at(finding, *lines.front());
  return {finding};
}

}  // namespace

extern constinit const Check appendix_pages{
    .id = "length/appendix-pages",
    .summary = "pages of the appendix",
    .params = kParams,
    .run = run,
};

}  // namespace checks::length
