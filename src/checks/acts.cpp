#include "checks/acts.hpp"

#include <map>
#include <utility>

#include "checks/findings.hpp"
#include "util/format.hpp"

namespace checks {
namespace {

using model::Action;

std::string_view when(const Action& action) {
  if (action.trigger == "open") return "when the file is opened";
  if (action.trigger == "document") return "when the file is closed, saved or printed";
  if (action.trigger == "page") return "when a page is shown";
  if (action.trigger == "figure") return "when a figure is shown";
  if (action.trigger == "field") return "in a form's field";
  return "at a click on a link";
}

}  // namespace

Findings group_actions(const model::Paper& paper,
                       const std::function<std::optional<model::Confidence>(const Action&)>& judge,
                       const std::string& fix) {
  Findings findings;
  std::map<std::pair<std::string, std::string>, std::pair<std::size_t, int>> known;
  for (const Action& action : paper.document.actions) {
    const auto confidence = judge(action);
    if (!confidence) continue;
    const auto [at, is_new] = known.try_emplace({action.kind, action.trigger}, findings.size(), 0);
    ++at->second.second;
    if (!is_new) continue;
    auto finding =
        failed(fmt::format("An action of the kind {} runs {}.", action.kind, when(action)), "",
               "none", fix);
    finding.confidence = *confidence;
    if (action.page > 0) finding.page = action.page;
    finding.evidence = quoted_line(action.text);
    findings.push_back(std::move(finding));
  }
  for (const auto& [key, place] : known)
    findings[place.first].measured = counted(place.second, "such action");
  if (paper.document.traces_truncated)
    findings.push_back(undecided("The file holds more beside its pages than is searched."));
  return findings;
}

}  // namespace checks
