#include "checks/check.hpp"
#include "checks/findings.hpp"

namespace checks::layout {
namespace {

constexpr Param kParams[] = {
    {"expect", ParamType::text, kRequired, "whether pages must be numbered", "present absent"},
    {"place", ParamType::text, kOptional, "where the numbers must stand", "top bottom"},
};

const model::Line* first_number(const model::Measured& measured) {
  for (const model::Line& line : measured.lines)
    if (line.role == model::Role::page_number && line.visible) return &line;
  return nullptr;
}

bool is_on_top(const model::Line& line, const model::Measured& measured) {
  return measured.page_size && line.box.middle_y() < measured.page_size->height / 2;
}

Findings judge_place(const model::Line* number, const model::Measured& measured,
                     const std::string& wanted) {
  // Numbers in a running head have no line of their own.
  if (!number || is_on_top(*number, measured) == (wanted == "top")) return {};
  std::string found = wanted == "top" ? "bottom" : "top";
  auto finding =
      failed("The page numbers stand at the " + found + "; they are asked at the " + wanted + ".",
             found, wanted, "Remove \\pagestyle and fancyhdr, and use the style's own.");
  finding.confidence = model::Confidence::likely;
  show_at(finding, *number);
  return {finding};
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const model::Measured& measured = paper.measured;
  bool expected = with.text("expect") == "present";
  std::string allowed = expected ? "numbered pages" : "no page numbers";
  if (!measured.page_numbers)
    return {undecided("There is too little readable text to look for page numbers.", allowed)};
  const model::Line* number = first_number(measured);
  if (*measured.page_numbers == expected) {
    bool has_place = expected && with.has("place");
    return has_place ? judge_place(number, measured, with.text("place")) : Findings{};
  }
  auto finding =
      expected
          ? failed("The pages are not numbered; page numbers are asked at this stage.",
                   "no page numbers", allowed,
                   "Remove \\pagestyle{empty}, \\thispagestyle{empty} and \\pagenumbering.")
          : failed("The pages are numbered; at this stage they must not be.", "numbered pages",
                   allowed, "Write \\pagestyle{empty} as the style does, and load no fancyhdr.");
  finding.page = 1;
  finding.confidence = model::Confidence::likely;
  if (!expected && number) show_at(finding, *number);
  return {finding};
}

}  // namespace

extern constinit const Check page_numbers{
    .id = "layout/page-numbers",
    .summary = "numbers of the pages",
    .params = kParams,
    .run = run,
};

}  // namespace checks::layout
