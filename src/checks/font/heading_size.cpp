#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "util/format.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"sizes", ParamType::lengths, kRequired, "accepted sizes of the largest letters of a heading",
     "", 0, unless_sizes},
    {"level", ParamType::integer, "1", "1 for sections, 2 for sub-sections", "", 0,
     unless_positive},
    {"tolerance", ParamType::number, "0.025", "relative; glyph expansion changes sizes by 2 %", "",
     0, unless_relative},
};
// One or two lines of bold text can pass for headings; of more, most are what they seem.
constexpr std::size_t kFewHeadings = 3;

// Headings of the main part: templates set those of lists of questions as they like.
std::vector<const model::Section*> headings_of(const model::Measured& measured, int level) {
  std::vector<const model::Section*> found;
  for (const model::Section& section : measured.sections)
    if (section.level == level && section.class_id == "body" && section.size > 0)
      found.push_back(&section);
  return found;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const auto& sizes = with.lengths("sizes");
  if (sizes.empty()) return {};
  std::string allowed = type_sizes(sizes);
  int level = with.integer("level");
  auto headings = headings_of(paper.measured, level);
  if (headings.empty() && level == 1)
    return {undecided("No headings of sections were found whose size could be measured.", allowed)};
  model::Points least =
      *std::min_element(sizes.begin(), sizes.end()) * (1 - with.number("tolerance"));
  // Without numbers the level itself follows from the size.
  bool numbered = 2 * std::count_if(headings.begin(), headings.end(),
                                    [](auto* heading) { return !heading->number.empty(); }) >
                  static_cast<std::ptrdiff_t>(headings.size());
  if (!numbered && level > 1) return {};
  std::vector<const model::Section*> small;
  for (const model::Section* heading : headings)
    if (heading->size < least) small.push_back(heading);
  bool enough = numbered ? 2 * small.size() > headings.size() : small.size() == headings.size();
  if (small.size() < kFewHeadings || !enough) return {};
  const model::Section& first = *small.front();
  auto finding = failed(
      fmt::format("{} of {} headings of level {} are set in {}; {} is asked.", small.size(),
                  headings.size(), level, type_size(first.size), allowed),
      type_size(first.size), allowed,
      "Remove titlesec, sectsty, \\titleformat and redefinitions of \\section and \\subsection.");
  finding.page = first.page;
  finding.evidence = quoted_line(first.title);
  finding.confidence = model::Confidence::likely;
  auto line = static_cast<std::size_t>(first.first_line);
  if (line < paper.measured.lines.size() && paper.measured.lines[line].role == model::Role::heading)
    finding.box = paper.measured.lines[line].box;
  return {finding};
}

}  // namespace

extern constinit const Check heading_size{
    .id = "font/heading-size",
    .summary = "size of the type in headings",
    .params = kParams,
    .run = run,
};

}  // namespace checks::font
