#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/pictures.hpp"
#include "checks/printing.hpp"
#include "checks/unread.hpp"
#include "util/format.hpp"

namespace checks::figure {
namespace {

constexpr Param kParams[] = {
    {"min", ParamType::integer, kRequired, "fewest dots on an inch", "", 0, unless_positive},
    {"from", ParamType::integer, "0", "coarser pictures are left to another rule"},
    {"min_bilevel", ParamType::integer, "1", "the same where a dot is black or white", "", 0,
     unless_positive},
    kPrintedOn,
};

bool is_coarse(const Picture& picture, const model::Params& with) {
  double least = with.integer(picture.is_bilevel ? "min_bilevel" : "min");
  return picture.printed >= with.integer("from") && picture.printed < least && has_detail(picture);
}

model::Finding report(const std::vector<Picture>& coarse, std::size_t all,
                      const model::Params& with) {
  const Picture& worst = *std::ranges::min_element(coarse, {}, &Picture::printed);
  std::vector<int> pages;
  for (const Picture& it : coarse)
    if (pages.empty() || pages.back() != it.page) pages.push_back(it.page);
  int least = with.integer(worst.is_bilevel ? "min_bilevel" : "min");
  auto finding = failed(
      fmt::format(
          "{} on {} {} too few dots for the size: {:.0f} on an inch{}, and {} are the least{}.",
          counted(static_cast<int>(coarse.size()), "picture"), page_list(pages),
          coarse.size() == 1 ? "has" : "have", worst.printed,
          coarse.size() == 1 ? "" : fmt::format(" in the coarsest, page {}", worst.page), least,
          in_print(with)),
      fmt::format("{:.0f} dots on an inch, {} x {} ({} of {})", worst.printed,
                  points(worst.box.width()), points(worst.box.height()), coarse.size(),
                  counted(static_cast<int>(all), "large picture")),
      fmt::format("at least {} dots on an inch", least),
      "Include plots and diagrams as PDF, \\includegraphics{plot.pdf}; export photographs with "
      "more pixels, or place them smaller. Enlarging the file in a program adds nothing.");
  finding.page = worst.page;
  finding.box = worst.box;
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  if (paper.document.truncated) return {undecided_pictures(paper.document)};
  std::vector<Picture> coarse, tiny, unknown, large = large_pictures(paper);
  for (Picture& picture : large) {
    picture.printed = picture.resolution / scale_in_print(paper, picture.page, with);
    if (picture.resolution == 0) unknown.push_back(picture);
    if (is_coarse(picture, with)) (is_tiny(picture) ? tiny : coarse).push_back(picture);
  }
  Findings findings;
  if (!coarse.empty()) findings.push_back(report(coarse, large.size(), with));
  if (!tiny.empty()) findings.push_back(report(tiny, large.size(), with));
  if (!tiny.empty()) findings.back().confidence = model::Confidence::possible;
  if (!unknown.empty())
    findings.push_back(
        undecided(fmt::format("The file does not tell how many pixels the picture on page {} has.",
                              unknown.front().page)));
  return findings;
}

}  // namespace

extern constinit const Check resolution{
    .id = "figure/resolution",
    .summary = "pictures with too few pixels for the size they are placed at",
    .params = kParams,
    .run = run,
};

}  // namespace checks::figure
