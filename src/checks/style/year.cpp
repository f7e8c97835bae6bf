#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/passages.hpp"
#include "checks/prints.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::style {
namespace {

constexpr Param kParams[] = {
    {"text", ParamType::texts, kRequired,
     "templates of what the style prints in any year, with {year} or {ordinal}", "", 0,
     unless_editions},
    {"year", ParamType::integer, kRequired, "this edition's", "", 0, unless_positive},
    {"ordinal", ParamType::texts, kOptional, "this edition's, \"39th\" or in other words"},
};

std::string wanted_edition(const model::Params& with) {
  std::string year = fmt::format("{}", with.integer("year"));
  if (!with.has("ordinal")) return year;
  return fmt::format("{}, the {}", year, util::join(with.texts("ordinal"), " or the "));
}

std::string edition_of(const Print& print) {
  if (print.ordinal.empty()) return print.year;
  return (print.year.empty() ? "the " : print.year + ", the ") + print.ordinal;
}

bool is_of_this_edition(const Print& print, const model::Params& with) {
  bool is_year = print.year.empty() || print.year == fmt::format("{}", with.integer("year"));
  if (!is_year || print.ordinal.empty() || !with.has("ordinal")) return is_year;
  const auto& ordinals = with.texts("ordinal");
  return std::any_of(ordinals.begin(), ordinals.end(), [&](const std::string& ordinal) {
    return squeezed(ordinal) == print.ordinal;
  });
}

Findings run(const model::Paper& paper, const model::Params& with) {
  std::string wanted = wanted_edition(with);
  if (!has_text(paper, 1))
    return {undecided("The first page has no text that can be read.", wanted)};
  std::vector<Print> others = find_prints(paper.measured, with.texts("text"), Where::beside);
  std::size_t all = others.size();
  std::erase_if(others, [&](const Print& print) { return is_of_this_edition(print, with); });
  if (others.empty() && paper.document.truncated)
    return {undecided("Only a part of the paper could be read.", wanted)};
  if (others.empty()) return {};
  std::string edition = edition_of(others.front());
  auto finding =
      failed(fmt::format("The style's text is of another edition: {} instead of {}.{}", edition,
                         wanted, others.size() < all ? " Elsewhere it is of this one." : ""),
             fmt::format("{}, on {}", edition, page_list(pages_of(others))), wanted,
             "Use the style file of this year's kit, unchanged; a year edited by hand keeps the "
             "old layout.");
  finding.confidence = model::Confidence::certain;
  show_at(finding, others.front());
  return {finding};
}

}  // namespace

extern constinit const Check year{
    .id = "style/year",
    .summary = "another year's notice, header or footer in the right style",
    .params = kParams,
    .run = run,
};

}  // namespace checks::style
