#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/pictured_text.hpp"
#include "checks/unread.hpp"
#include "util/format.hpp"

namespace checks::figure {
namespace {

constexpr Param kParams[] = {
    {"captions", ParamType::texts, "Table, Tab., Algorithm, Alg., Listing, Code",
     "what captions of text begin with"},
};

constexpr std::string_view kFix =
    "Set it as text: tabular for a table, algorithm or lstlisting for code, and no "
    "\\includegraphics "
    "of a screen. Text in a picture can be neither searched, copied nor read aloud.";

model::Finding report_tables(const std::vector<PicturedTable>& tables) {
  std::vector<std::string> captions;
  Lines lines;
  for (const PicturedTable& it : tables) {
    captions.push_back(quoted_line(it.caption->text));
    lines.push_back(it.caption);
  }
  std::string where = page_list(pages_of(lines));
  auto number = static_cast<int>(tables.size());
  auto finding = failed(
      fmt::format("What the caption \"{}\" belongs to is a picture without text of its own{}.",
                  captions.front(), number == 1 ? "" : fmt::format(" (and {} more)", number - 1)),
      fmt::format("{} on {}", counted(number, "picture"), where), "text", std::string(kFix));
  finding.page = tables.front().caption->page;
  finding.box = tables.front().box;
  finding.evidence = name_list(captions);
  return finding;
}

model::Finding report_pages(const std::vector<int>& pages) {
  std::string where = page_list(pages);
  auto finding = failed(
      fmt::format("Pictures cover most of {}, with hardly a word beside them and no caption.",
                  where),
      where, "text", std::string(kFix));
  finding.page = pages.front();
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  if (paper.document.truncated) return {undecided_pictures(paper.document)};
  Findings findings;
  auto tables = pictured_tables(paper, with.texts("captions"));
  if (!tables.empty()) findings.push_back(report_tables(tables));
  auto pages = pictured_pages(paper);
  if (!pages.empty()) findings.push_back(report_pages(pages));
  for (model::Finding& finding : findings) finding.confidence = model::Confidence::possible;
  return findings;
}

}  // namespace

extern constinit const Check raster_text{
    .id = "figure/raster-text",
    .summary = "tables, algorithms and pages that are pictures of text",
    .params = kParams,
    .run = run,
};

}  // namespace checks::figure
