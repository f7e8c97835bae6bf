#include "checks/check.hpp"
#include "checks/extent.hpp"
#include "checks/findings.hpp"
#include "checks/main_part.hpp"
#include "checks/objections.hpp"
#include "util/format.hpp"

namespace checks::length {
namespace {

constexpr Param kParams[] = {
    {"class", ParamType::text, kRequired, "the kind of section", kSectionClasses},
    {"max", ParamType::integer, kRequired, "pages it may take", "", 0, unless_positive},
    {"tolerance", ParamType::number, "0.02", "of a page that is let pass", "", 0, unless_relative},
};

// Floats drift into a section that is not theirs, and what counts is its text.
Lines lines_of(const model::Measured& measured, const std::string& id) {
  Lines lines;
  for (const model::Line& line : measured.lines)
    if (is_content(line) && !is_float(line) && class_of(line, measured) == id)
      lines.push_back(&line);
  return lines;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const std::string& id = with.text("class");
  int most = with.integer("max");
  std::string allowed = counted(most, "page");
  Lines lines = lines_of(paper.measured, id);
  if (lines.empty() && paper.measured.sections.empty())
    return {undecided("The paper's headings could not be found.", allowed)};
  if (lines.empty() || static_cast<int>(pages_of(lines).size()) <= most) return {};
  if (!paper.measured.text_block)
    return {undecided("The height of a page of text could not be measured.", allowed)};
  double pages = pages_taken(lines, paper.measured);
  if (pages <= most + with.number("tolerance")) return {};
  std::string extent = extent_in_lines(pages, paper.measured);
  auto finding =
      failed(fmt::format("The section \"{}\" takes {}; {} allowed.",
                         quoted_line(lines.front()->text), extent, are(most, "page")),
             extent, allowed, "Shorten the section, or move details of it to the appendix.");
  finding.confidence = model::Confidence::likely;
  show_at(finding, *lines.front());
  return {finding};
}

}  // namespace

extern constinit const Check section_pages{
    .id = "length/section-pages",
    .summary = "pages of a section that has a limit of its own",
    .params = kParams,
    .run = run,
};

}  // namespace checks::length
