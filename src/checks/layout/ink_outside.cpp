#include <algorithm>
#include <set>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/outside.hpp"
#include "checks/unread.hpp"
#include "util/format.hpp"

namespace checks::layout {
namespace {

constexpr Param kParams[] = {
    {"block", ParamType::lengths, kRequired, "left, top, right, bottom of the style's block", "", 4,
     unless_block},
    {"first_page_bottom", ParamType::length, kOptional, "where the first page may end instead"},
    {"tolerance", ParamType::length, "6pt",
     "excess that is not looked at: a frame and its padding"},
};

std::string_view kind_of(model::DrawingKind kind) {
  switch (kind) {
    case model::DrawingKind::picture:
      return "picture";
    case model::DrawingKind::line:
      return "line";
    default:
      return "drawing";
  }
}

Findings run(const model::Paper& paper, const model::Params& with) {
  if (paper.document.truncated) return {undecided_pictures(paper.document)};
  auto outside = drawings_outside(paper, read_block(with), with.length("tolerance"));
  if (outside.empty()) return {};
  std::set<int> pages;
  for (const Protruding& it : outside) pages.insert(it.drawing->page);
  const Protruding& worst =
      *std::max_element(outside.begin(), outside.end(),
                        [](const Protruding& a, const Protruding& b) { return a.by < b.by; });
  std::string_view kind = kind_of(worst.drawing->kind);
  std::vector<int> list(pages.begin(), pages.end());
  auto number = static_cast<int>(outside.size());
  auto finding = failed(
      number == 1
          ? fmt::format("A {} on {} sticks out of the text block by {} at the {}.", kind,
                        page_list(list), points(worst.by), worst.side)
          : fmt::format(
                "{} pictures, drawings or lines on {} stick out of the text block, the worst "
                "a {} on page {} by {} at the {}.",
                number, page_list(list), kind, worst.drawing->page, points(worst.by), worst.side),
      points(worst.by), fmt::format("at most {:.1f} pt", with.length("tolerance")),
      "Make it fit: \\includegraphics[width=\\linewidth], tabularx, a smaller \\tabcolsep; remove "
      "\\hspace, \\makebox, adjustwidth and \\centerline around it.");
  finding.page = worst.drawing->page;
  finding.box = worst.drawing->box;
  // The edges of a picture may be white.
  if (worst.drawing->kind == model::DrawingKind::picture)
    finding.confidence = model::Confidence::likely;
  return {finding};
}

}  // namespace

extern constinit const Check ink_outside{
    .id = "layout/ink-outside",
    .summary = "pictures, drawings and lines that stick out of the text block",
    .params = kParams,
    .run = run,
};

}  // namespace checks::layout
