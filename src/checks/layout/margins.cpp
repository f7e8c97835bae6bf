#include <algorithm>

#include "checks/block.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/outside.hpp"
#include "util/format.hpp"

namespace checks::layout {
namespace {

constexpr Param kParams[] = {
    {"block", ParamType::lengths, kRequired, "left, top, right, bottom of the style's block", "", 4,
     unless_block},
    {"first_page_bottom", ParamType::length, kOptional, "where the first page may end instead"},
    {"tolerance", ParamType::length, "3pt", "excess that is not looked at"},
    {"lines", ParamType::integer, "1", "lines that must stick out before it fails", "", 0,
     unless_positive},
};

std::string fix_for(model::Role role) {
  switch (role) {
    case model::Role::figure:
    case model::Role::caption:
      return "Make the figure or table fit: width=\\linewidth, \\resizebox, tabularx or a smaller "
             "\\tabcolsep.";
    case model::Role::display:
      return "Break the formula with split, multline or align (amsmath).";
    case model::Role::code:
      return "Break the long lines of the program: breaklines=true (listings, fvextra).";
    case model::Role::margin_note:
      return "Remove \\marginpar, \\todo and what else prints beside the text.";
    default:
      return "Let TeX break the line: rewrite it, add \\- or \\allowbreak, load xurl for long "
             "addresses, or put the paragraph in sloppypar.";
  }
}

Findings run(const model::Paper& paper, const model::Params& with) {
  if (paper.measured.lines.empty())
    return {undecided("The file has no readable text whose place could be measured.")};
  auto outside = lines_outside(paper, read_block(with), with.length("tolerance"));
  Lines lines;
  for (const Outside& place : outside) lines.push_back(place.line);
  int number = visual_lines(lines);
  if (lines.empty() || number < with.integer("lines")) return {};
  const Outside& worst =
      *std::max_element(outside.begin(), outside.end(),
                        [](const Outside& a, const Outside& b) { return a.by < b.by; });
  std::string where = page_list(pages_of(lines));
  auto finding = failed(
      number == 1 ? fmt::format("A line on {} sticks out of the text block by {} at the {}.", where,
                                points(worst.by), worst.side)
                  : fmt::format("{} lines on {} stick out of the text block, the worst on page {} "
                                "by {} at the {}.",
                                number, where, worst.line->page, points(worst.by), worst.side),
      points(worst.by), fmt::format("at most {:.1f} pt", with.length("tolerance")),
      fix_for(worst.line->role));
  show_at(finding, *worst.line);
  return {finding};
}

}  // namespace

extern constinit const Check margins{
    .id = "layout/margins",
    .summary = "lines that stick out of the text block",
    .params = kParams,
    .run = run,
};

}  // namespace checks::layout
