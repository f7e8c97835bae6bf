#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/hidden_text.hpp"
#include "checks/objections.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::integrity {
namespace {

constexpr Param kParams[] = {
    {"min", ParamType::integer, "1", "letters of a page from which they are reported", "", 0,
     unless_positive},
};

constexpr std::size_t kQuoted = 300;

Findings run(const model::Paper& paper, const model::Params& with) {
  const HiddenPassage* first = nullptr;
  std::vector<int> pages;
  int letters = 0;
  for (const HiddenPassage& passage : find_hidden_text(paper).passages) {
    if (passage.why != Unseen::layer || passage.letters < with.integer("min")) continue;
    if (!first) first = &passage;
    letters += passage.letters;
    if (pages.empty() || pages.back() != passage.page) pages.push_back(passage.page);
  }
  if (!first) return {};
  auto finding = failed(
      fmt::format("A layer that is off holds {} of text on {}.", counted(letters, "letter"),
                  page_list(pages)),
      counted(letters, "letter"), "none",
      "Print the layer or remove it: \\usepackage{ocgx2} and its like take it out with their "
      "environment; export figures with the visible layers alone.");
  finding.page = first->page;
  finding.box = first->box();
  finding.evidence = util::shortened(util::printable(util::trim(first->text)), kQuoted);
  return {finding};
}

}  // namespace

extern constinit const Check hidden_layer{
    .id = "integrity/hidden-layer",
    .summary = "text in layers that are switched off",
    .params = kParams,
    .run = run,
};

}  // namespace checks::integrity
