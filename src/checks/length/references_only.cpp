#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/main_part.hpp"
#include "checks/objections.hpp"
#include "util/format.hpp"

#include <algorithm>

namespace checks::length {
namespace {

constexpr Param kParams[] = {
    {"from", ParamType::integer, kRequired, "first page kept for the allowed sections", "", 0,
     unless_positive},
    {"allow", ParamType::texts, "references", "section classes that may stand there",
     kSectionClasses},
};

Lines strangers(const model::Measured& measured, int from, const std::vector<std::string>& allow) {
  Lines lines;
  for (const model::Line& line : measured.lines) {
    const std::string& its = class_of(line, measured);
    // A figure that stands among the references is not one of them.
    bool adrift = line.role == model::Role::caption && its == "references";
    if (line.page >= from && is_content(line) &&
        (adrift || std::find(allow.begin(), allow.end(), its) == allow.end()))
      lines.push_back(&line);
  }
  return lines;
}

// Floats drift, and a footnote's section is that of the text around it.
bool may_belong_elsewhere(const Lines& lines) {
  return std::all_of(lines.begin(), lines.end(), [](const model::Line* line) {
    return is_float(*line) || line->role == model::Role::footnote;
  });
}

std::string obstacle(const model::Paper& paper, int from, const Lines& lines) {
  if (paper.document.truncated) return "Parts of the file could not be read.";
  if (!lines.empty() && !paper.measured.references && look_like_references(lines))
    return fmt::format("The text from page {} on reads like references, but they have no heading.",
                       from);
  for (int page = from; lines.empty() && page <= paper.measured.pages; ++page)
    if (is_wordless(paper, page)) return fmt::format("Page {} has no readable text.", page);
  return "";
}

Findings run(const model::Paper& paper, const model::Params& with) {
  int from = with.integer("from");
  if (paper.measured.pages < from) return {};
  std::string allowed =
      fmt::format("from page {} on only {}", from, name_list(with.texts("allow"), 9));
  Lines lines = strangers(paper.measured, from, with.texts("allow"));
  std::string why = obstacle(paper, from, lines);
  if (!why.empty()) return {undecided(why, allowed)};
  if (lines.empty()) return {};
  std::string measured = fmt::format("{} of other text on {}", counted(visual_lines(lines), "line"),
                                     page_list(pages_of(lines)));
  auto finding =
      failed(fmt::format("The file has {}; {} may stand.", measured, allowed), measured, allowed,
             fmt::format("Shorten the text until it ends on page {}, and put \\newpage "
                         "before the references if they should begin the next page.",
                         from - 1));
  if (!paper.measured.references || may_belong_elsewhere(lines))
    finding.confidence = model::Confidence::likely;
  show_at(finding, *lines.front());
  return {finding};
}

}  // namespace

extern constinit const Check references_only{
    .id = "length/references-only",
    .summary = "pages on which only the references may stand",
    .params = kParams,
    .run = run,
};

}  // namespace checks::length
