#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "checks/prints.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::style {
namespace {

constexpr Param kParams[] = {
    {"text", ParamType::texts, kRequired, "templates of what styles print at other stages", "", 0,
     unless_templates},
    {"own", ParamType::texts, kOptional,
     "templates of what the style prints at this stage, of which the others may be a part", "", 0,
     unless_templates},
};

std::vector<Print> own_prints(const model::Paper& paper, const model::Params& with) {
  if (!with.has("own")) return {};
  return find_prints(paper.measured, with.texts("own"), Where::beside);
}

Findings run(const model::Paper& paper, const model::Params& with) {
  constexpr std::string_view kWanted = "no other stage's text";
  if (!has_text(paper, 1))
    return {undecided("The first page has no text that can be read.", std::string(kWanted))};
  std::vector<Print> own = own_prints(paper, with);
  std::vector<Print> others =
      apart_from(find_prints(paper.measured, with.texts("text"), Where::beside), own);
  own = apart_from(own, others);
  if (others.empty() && paper.document.truncated)
    return {undecided("Only a part of the paper could be read.", std::string(kWanted))};
  if (others.empty()) return {};
  std::string said = util::shortened(others.front().text, 100);
  std::string message = fmt::format("The paper bears another stage's text: \"{}\".", said);
  if (!own.empty())
    message += fmt::format(" It contradicts this stage's \"{}\" on page {}.",
                           util::shortened(own.front().text, 100), own.front().lines.front()->page);
  auto finding =
      failed(message, fmt::format("on {}", page_list(pages_of(others))), std::string(kWanted),
             "Compile with the style's option for this stage: often none for a "
             "submission, \"final\" or \"accepted\" later; remove notices set by hand.");
  finding.confidence = own.empty() ? model::Confidence::certain : model::Confidence::likely;
  show_at(finding, others.front());
  return {finding};
}

}  // namespace

extern constinit const Check mode{
    .id = "style/mode",
    .summary = "another stage's notice, header or copyright block",
    .params = kParams,
    .run = run,
};

}  // namespace checks::style
