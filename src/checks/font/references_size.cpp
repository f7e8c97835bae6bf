#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/undersized.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"sizes", ParamType::lengths, kRequired, "accepted sizes of the list of references", "", 0,
     unless_sizes},
    {"tolerance", ParamType::number, "0.025", "relative; glyph expansion changes sizes by 2 %", "",
     0, unless_relative},
};

bool is_entry(const model::Line& line, const model::Measured& measured) {
  if (!line.visible || !model::is_running_text(line.role)) return false;
  auto section = static_cast<std::size_t>(line.section);
  return line.section >= 0 && section < measured.sections.size() &&
         measured.sections[section].class_id == "references";
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const model::Measured& measured = paper.measured;
  if (measured.lines.empty())
    return {undecided("The file has no readable text whose type could be measured.")};
  Lines lines;
  for (const model::Line& line : measured.lines)
    if (is_entry(line, measured)) lines.push_back(&line);
  // A paper may cite nothing; whether it must is another check's matter.
  if (lines.empty()) return {};
  return judge_sizes(lines, with,
                     {"references",
                      "Remove \\small, \\footnotesize, \\scriptsize, \\fontsize and \\bibfont "
                      "before the bibliography."});
}

}  // namespace

extern constinit const Check references_size{
    .id = "font/references-size",
    .summary = "size of the type in the list of references",
    .params = kParams,
    .run = run,
};

}  // namespace checks::font
