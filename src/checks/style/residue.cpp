#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "checks/prints.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::style {
namespace {

constexpr Param kParams[] = {
    {"text", ParamType::texts, kRequired,
     "templates of what a style or its sample paper leaves where nothing was put in its place", "",
     0, unless_templates},
    {"place", ParamType::text, "anywhere",
     "anywhere but in the references, or only where styles print", "anywhere beside"},
};

std::string seen(const std::vector<Print>& prints) {
  int number = static_cast<int>(prints.size());
  return fmt::format("{}, on {}", counted(number, "such text"), page_list(pages_of(prints)));
}

Findings run(const model::Paper& paper, const model::Params& with) {
  constexpr std::string_view kWanted = "nothing of the kind";
  if (!has_text(paper, 1))
    return {undecided("The first page has no text that can be read.", std::string(kWanted))};
  Where where = with.text("place") == "beside" ? Where::beside : Where::anywhere;
  std::vector<Print> left = find_prints(paper.measured, with.texts("text"), where);
  if (left.empty() && paper.document.truncated)
    return {undecided("Only a part of the paper could be read.", std::string(kWanted))};
  if (left.empty()) return {};
  auto finding = failed(fmt::format("The style or its template left a text in the paper: \"{}\".",
                                    util::shortened(left.front().text, 100)),
                        seen(left), std::string(kWanted),
                        "Put in what the template asks for there, or delete it. An error that the "
                        "style prints names what changed its layout: remove that package.");
  finding.confidence = model::Confidence::certain;
  show_at(finding, left.front());
  return {finding};
}

}  // namespace

extern constinit const Check residue{
    .id = "style/residue",
    .summary = "errors that the style prints, and what its template leaves to be filled in",
    .params = kParams,
    .run = run,
};

}  // namespace checks::style
