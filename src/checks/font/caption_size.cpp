#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/undersized.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"sizes", ParamType::lengths, kRequired, "accepted sizes of captions", "", 0, unless_sizes},
    {"tolerance", ParamType::number, "0.025", "relative; glyph expansion changes sizes by 2 %", "",
     0, unless_relative},
};

Findings run(const model::Paper& paper, const model::Params& with) {
  if (paper.measured.lines.empty())
    return {undecided("The file has no readable text whose type could be measured.")};
  Lines lines;
  for (const model::Line& line : paper.measured.lines)
    if (line.visible && line.role == model::Role::caption) lines.push_back(&line);
  if (lines.empty()) return {};
  return judge_sizes(lines, with,
                     {"captions",
                      "Remove \\captionsetup{font=...}, the options font and size of the package "
                      "caption, and \\small or \\footnotesize within \\caption."});
}

}  // namespace

extern constinit const Check caption_size{
    .id = "font/caption-size",
    .summary = "size of the type in captions",
    .params = kParams,
    .run = run,
};

}  // namespace checks::font
