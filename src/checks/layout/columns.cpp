#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "util/format.hpp"

namespace checks::layout {
namespace {

constexpr Param kParams[] = {
    {"count", ParamType::integer, kRequired, "columns of the main part", "", 0, unless_positive},
    {"gap", ParamType::length, kOptional, "least distance between two columns"},
    {"tolerance", ParamType::length, "2pt", "by which the distance may be less"},
};

// The first page set as the finding says.
std::optional<int> first_page(const model::Measured& measured, int columns) {
  for (std::size_t i = 0; i < measured.layouts.size(); ++i)
    if (measured.layouts[i].columns == columns) return static_cast<int>(i) + 1;
  return std::nullopt;
}

Findings judge_gap(const model::Measured& measured, const model::Params& with) {
  model::Points least = with.length("gap");
  if (!measured.column_gap)
    return {undecided("The distance between the columns could not be measured.", points(least))};
  if (*measured.column_gap >= least - with.length("tolerance")) return {};
  auto finding = failed(fmt::format("The columns are {} apart; {} are asked.",
                                    points(*measured.column_gap), points(least)),
                        points(*measured.column_gap), points(least),
                        "Remove what changes \\columnsep or \\textwidth.");
  finding.page = first_page(measured, *measured.columns);
  return {finding};
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const model::Measured& measured = paper.measured;
  int count = with.integer("count");
  std::string allowed = counted(count, "column");
  if (!measured.columns || *measured.columns < 1)
    return {undecided("There is too little readable text to count its columns.", allowed)};
  if (*measured.columns != count) {
    auto finding = failed(
        fmt::format("The main part has {}; {} asked.", counted(*measured.columns, "column"),
                    are(count, "column")),
        counted(*measured.columns, "column"), allowed,
        count == 1
            ? "Remove \\twocolumn, multicols and the class option twocolumn."
            : "Use the style's own class and options; remove \\onecolumn from the main part.");
    finding.page = first_page(measured, *measured.columns);
    return {finding};
  }
  if (count == 1 || !with.has("gap")) return {};
  return judge_gap(measured, with);
}

}  // namespace

extern constinit const Check columns{
    .id = "layout/columns",
    .summary = "columns of the main part and the distance between them",
    .params = kParams,
    .run = run,
};

}  // namespace checks::layout
