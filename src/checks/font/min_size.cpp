#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/objections.hpp"
#include "checks/printing.hpp"
#include "checks/undersized.hpp"
#include "util/format.hpp"

namespace checks::font {
namespace {

constexpr Param kParams[] = {
    {"text", ParamType::length, kOptional, "least size outside formulas, figures and tables"},
    {"figures", ParamType::length, kOptional, "least size inside figures and tables"},
    {"letters", ParamType::integer, "20", "that must be smaller before it fails"},
    {"tolerance", ParamType::number, "0.025", "relative; glyph expansion changes sizes by 2 %", "",
     0, unless_relative},
    kPrintedOn,
};
// Rows of scripts, and cells and labels that pass for text, have fewer letters than half a line of
// the narrowest column in small type; labels of figures are words.
constexpr int kText = 40, kLabel = 3;

bool is_text(const model::Line& line) {
  using enum model::Role;
  return model::is_running_text(line.role) || line.role == title || line.role == author ||
         line.role == heading || line.role == caption || line.role == footnote;
}

Findings judge(const model::Paper& paper, const model::Params& with, model::Points least,
               bool figures) {
  Lines small;
  int letters = 0;
  const model::Line* smallest = nullptr;
  model::Points smallest_size = least;
  for (const model::Line& line : paper.measured.lines) {
    bool is_meant = line.visible && (figures ? line.role == model::Role::figure : is_text(line));
    model::Points size = line.size * scale_in_print(paper, line.page, with);
    if (!is_meant || size >= least * (1 - with.number("tolerance"))) continue;
    int here = letters_of(line.text);
    if (here < (figures ? kLabel : kText)) continue;
    letters += here;
    small.push_back(&line);
    if (size < smallest_size) smallest = &line, smallest_size = size;
  }
  if (!smallest || letters < with.integer("letters")) return {};
  std::string_view where = figures ? "in figures and tables" : "outside figures and tables";
  auto finding = failed(
      fmt::format("{} letters {}, on {}, are smaller than {}; the smallest are set in {}{}.",
                  letters, where, page_list(pages_of(small)), type_size(least),
                  type_size(smallest_size), in_print(with)),
      type_size(smallest_size), fmt::format("at least {}", type_size(least)),
      figures
          ? "Draw the figure at the size it is printed in and choose its letters for that size; "
            "break a table in two in place of \\resizebox and \\tiny."
          : "Remove \\tiny, \\scriptsize, \\footnotesize and \\fontsize from the text.");
  if (figures) finding.confidence = model::Confidence::likely;
  show_at(finding, *smallest);
  return {finding};
}

Findings run(const model::Paper& paper, const model::Params& with) {
  if (paper.measured.lines.empty())
    return {undecided("The file has no readable text whose type could be measured.")};
  Findings all;
  if (with.has("text")) all = judge(paper, with, with.length("text"), false);
  if (!with.has("figures")) return all;
  for (auto& finding : judge(paper, with, with.length("figures"), true)) all.push_back(finding);
  return all;
}

}  // namespace

extern constinit const Check min_size{
    .id = "font/min-size",
    .summary = "smallest type outside formulas, and inside figures",
    .params = kParams,
    .run = run,
    .one_of = "text figures",
};

}  // namespace checks::font
