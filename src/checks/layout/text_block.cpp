#include <set>

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

// A page that is a part of a line too high is an overfull page more often than a trick; below half
// a line nobody sees it.
bool is_negligible(const Excess& side, bool sideways, model::Points size) {
  return side.pages.empty() || (!sideways && side.pages.size() == 1 && side.by < size / 2);
}

model::Confidence trust(const Excess& side, bool sideways, model::Points size, std::size_t pages) {
  if (side.pages.size() > 1) return model::Confidence::certain;
  if (!sideways && side.by < size) return model::Confidence::possible;
  return sideways && pages > 1 ? model::Confidence::likely : model::Confidence::certain;
}

std::vector<int> pages_of_all(const std::array<Excess, 4>& sides) {
  std::set<int> pages;
  for (const Excess& side : sides) pages.insert(side.pages.begin(), side.pages.end());
  return {pages.begin(), pages.end()};
}

Findings run(const model::Paper& paper, const model::Params& with) {
  auto edges = systematic_edges(paper);
  if (edges.empty())
    return {undecided("There is too little readable text to see where the text block ends.")};
  auto sides = find_excess(edges, read_block(with), with.length("tolerance"));
  std::vector<std::string> over, measured, allowed;
  const Excess* worst = nullptr;
  auto confidence = model::Confidence::possible;
  model::Points size = paper.measured.body ? paper.measured.body->size : 0;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    if (is_negligible(sides[i], i % 2 == 0, size)) continue;
    over.push_back(fmt::format("{} by {}", kSides[i], points(sides[i].by)));
    measured.push_back(fmt::format("{} {:.1f} pt", kSides[i], sides[i].at));
    allowed.push_back(fmt::format("{} {:.1f} pt", kSides[i], sides[i].limit));
    if (!worst || sides[i].by > worst->by) worst = &sides[i];
    confidence = std::max(confidence, trust(sides[i], i % 2 == 0, size, edges.size()));
  }
  if (!worst) return {};
  auto finding =
      failed(fmt::format("The text goes beyond the style's text block on {}: {}.",
                         page_list(pages_of_all(sides)), name_list(over)),
             util::join(measured, ", "), util::join(allowed, ", "),
             "Remove what changes \\textwidth, \\textheight, \\oddsidemargin or \\topmargin: "
             "geometry, fullpage, savetrees, \\addtolength, \\enlargethispage.");
  finding.page = worst->worst_page;
  // Each edge is shared by lines of its own: on an odd page the left one can lie right of the
  // right.
  const model::Box& box = edges.at(worst->worst_page);
  if (box.left < box.right && box.top < box.bottom) finding.box = box;
  finding.confidence = confidence;
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
