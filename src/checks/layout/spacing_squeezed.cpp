#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "model/paper_json.hpp"
#include "util/format.hpp"

namespace checks::layout {
namespace {

constexpr Param kParams[] = {
    {"kind", ParamType::text, kRequired, "between which parts",
     "heading_above heading_below "
     "caption_above caption_below float_above float_below display_above display_below paragraph"},
    {"level", ParamType::integer, "0", "of the heading; 0 for all"},
    {"least", ParamType::length, kRequired, "from baseline to baseline, or to what is drawn"},
    {"tolerance", ParamType::length, "1pt", "which styles let a gap shrink on a full page"},
    {"samples", ParamType::integer, "3", "gaps that must be seen before it fails"},
    {"share", ParamType::number, "0.5", "of the gaps that are smaller before it fails"},
};

using Gaps = std::vector<const model::Spacing*>;

Gaps find_gaps(const model::Measured& measured, const model::Params& with) {
  Gaps gaps;
  for (const model::Spacing& gap : measured.spacings) {
    bool is_meant = model::name_of(gap.kind) == with.text("kind") &&
                    (with.integer("level") == 0 || gap.level == with.integer("level"));
    if (is_meant) gaps.push_back(&gap);
  }
  return gaps;
}

bool is_smaller(const model::Spacing* a, const model::Spacing* b) {
  return a->distance < b->distance;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  std::string what = with.text("kind");
  std::replace(what.begin(), what.end(), '_', ' ');
  std::string allowed = fmt::format("at least {}", points(with.length("least")));
  Gaps gaps = find_gaps(paper.measured, with);
  // A paper may do without formulas and floats.
  if (gaps.empty() && !what.starts_with("heading") && what != "paragraph") return {};
  if (gaps.empty()) return {undecided("No gap of this kind was seen: " + what + ".", allowed)};
  double least = with.length("least") - with.length("tolerance");
  auto small = std::count_if(gaps.begin(), gaps.end(),
                             [&](const model::Spacing* gap) { return gap->distance < least; });
  double share = static_cast<double>(small) / static_cast<double>(gaps.size());
  if (small == 0 || share < with.number("share")) return {};
  if (static_cast<int>(gaps.size()) < with.integer("samples"))
    return {undecided(
        fmt::format("Too few gaps to judge, {} of {} small: {}.", small, gaps.size(), what),
        allowed)};
  // The smallest gap of a paper is often none.
  std::stable_sort(gaps.begin(), gaps.end(), is_smaller);
  const model::Spacing& middle = *gaps[gaps.size() / 2];
  auto finding =
      failed(fmt::format("Gaps are squeezed, {}: {} of {} are under {}, the middle one has {}.",
                         what, small, gaps.size(), points(least), points(middle.distance)),
             fmt::format("{} in the middle of {}", points(middle.distance), gaps.size()), allowed,
             "Remove \\vspace, titlesec, savetrees, \\parskip, other lengths set by hand, and \\\\ "
             "between paragraphs.");
  finding.confidence = model::Confidence::likely;
  auto line = static_cast<std::size_t>(middle.line);
  if (line < paper.measured.lines.size()) show_at(finding, paper.measured.lines[line]);
  return {finding};
}

}  // namespace

extern constinit const Check spacing_squeezed{
    .id = "layout/spacing-squeezed",
    .summary = "white space around headings, captions, floats and paragraphs that was taken away",
    .params = kParams,
    .run = run,
};

}  // namespace checks::layout
