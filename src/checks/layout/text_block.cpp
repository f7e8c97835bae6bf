#include <algorithm>

#include "checks/block.hpp"
#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::layout {
namespace {

constexpr Param kParams[] = {
    {"block", ParamType::lengths, kRequired, "left, top, right, bottom of the style's block", "", 4,
     unless_block},
    {"first_page_bottom", ParamType::length, kOptional, "where the first page may end instead"},
    {"tolerance", ParamType::length, "2pt", "excess that is not looked at"},
};

// A single page that is a part of a line too high is an overfull page more often than a trick.
bool is_overfull_page(const Excess& side, bool sideways, model::Points size) {
  return !sideways && side.pages.size() == 1 && side.by < size;
}

std::vector<int> pages_of_all(const std::array<Excess, 4>& sides) {
  std::vector<int> pages;
  for (const Excess& side : sides) pages.insert(pages.end(), side.pages.begin(), side.pages.end());
  std::sort(pages.begin(), pages.end());
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  return pages;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  auto edges = systematic_edges(paper);
  if (edges.empty())
    return {undecided("There is too little readable text to see where the text block ends.")};
  auto sides = find_excess(edges, read_block(with), with.length("tolerance"));
  std::vector<std::string> over, measured, allowed;
  const Excess* worst = nullptr;
  bool sure = false;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    if (sides[i].pages.empty()) continue;
    over.push_back(fmt::format("{} by {}", kSides[i], points(sides[i].by)));
    measured.push_back(fmt::format("{} {:.1f} pt", kSides[i], sides[i].at));
    allowed.push_back(fmt::format("{} {:.1f} pt", kSides[i], sides[i].limit));
    if (!worst || sides[i].by > worst->by) worst = &sides[i];
    model::Points size = paper.measured.body ? paper.measured.body->size : 0;
    sure |= !is_overfull_page(sides[i], i % 2 == 0, size);
  }
  if (!worst) return {};
  auto finding =
      failed(fmt::format("The text goes beyond the style's text block on {}: {}.",
                         page_list(pages_of_all(sides)), name_list(over)),
             util::join(measured, ", "), util::join(allowed, ", "),
             "Remove what changes \\textwidth, \\textheight, \\oddsidemargin or \\topmargin: "
             "geometry, fullpage, savetrees, \\addtolength, \\enlargethispage.");
  finding.page = worst->worst_page;
  finding.box = edges.at(worst->worst_page);
  if (!sure) finding.confidence = model::Confidence::possible;
  return {finding};
}

}  // namespace

extern constinit const Check text_block{
    .id = "layout/text-block",
    .summary = "the body's block of text against the style's",
    .params = kParams,
    .run = run,
};

}  // namespace checks::layout
