#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/lines.hpp"
#include "checks/undersized.hpp"
#include "util/format.hpp"

namespace checks::layout {
namespace {

constexpr Param kParams[] = {
    {"lines", ParamType::integer, "8", "of running text from which on a turned page is no float"},
};

constexpr int kWord = 3;  // letters; a formula's signs have fewer

bool is_landscape(const model::Page& page) {
  return page.size.width > page.size.height;
}

struct OnPage {
  int text = 0, all = 0, sideways = 0;
};

// Turned text stands higher than it is wide.
OnPage count_lines(const model::Measured& measured, int page) {
  OnPage count;
  for (const model::Line& line : measured.lines) {
    if (line.page != page || !line.visible || line.role == model::Role::running_head) continue;
    // Numbers of a ruler, which is not known for one where the page is turned, are none.
    if (letters_of(line.text) < kWord) continue;
    ++count.all;
    count.text += is_running_text(line, measured) ? 1 : 0;
    count.sideways += line.box.height() > line.box.width() ? 1 : 0;
  }
  return count;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const auto& pages = paper.document.pages;
  if (pages.empty()) return {undecided("The file has no pages whose orientation could be seen.")};
  auto wide = static_cast<std::size_t>(std::count_if(pages.begin(), pages.end(), is_landscape));
  bool usual = 2 * wide > pages.size();
  std::vector<int> turned, unknown;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    int page = static_cast<int>(i) + 1;
    bool differs = is_landscape(pages[i]) != usual;
    if (!differs && pages[i].rotation % 360 == 0) continue;
    OnPage count = count_lines(paper.measured, page);
    // A page that is turned so that its text reads upright is as it should be.
    bool is_sideways = 2 * count.sideways > count.all;
    if (count.all == 0 && differs) unknown.push_back(page);
    if ((differs && count.text >= with.integer("lines")) ||
        (pages[i].rotation % 360 != 0 && is_sideways && count.all >= with.integer("lines")))
      turned.push_back(page);
  }
  if (turned.empty() && unknown.empty()) return {};
  if (turned.empty())
    return {
        undecided("A page is turned and has no readable text that would show it to be a float: " +
                  page_list(unknown) + ".")};
  auto finding = failed(fmt::format("Text is set on turned pages: {}.", page_list(turned)),
                        page_list(turned), "pages of text upright",
                        "Take text out of landscape, sidewaysfigure and pdflscape, and remove "
                        "/Rotate and \\pdfpageattr.");
  finding.page = turned.front();
  return {finding};
}

}  // namespace

extern constinit const Check page_rotation{
    .id = "layout/page-rotation",
    .summary = "pages of text that are turned",
    .params = kParams,
    .run = run,
};

}  // namespace checks::layout
