#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/lookalikes.hpp"
#include "checks/objections.hpp"
#include "checks/readings.hpp"
#include "util/format.hpp"

namespace checks::integrity {
namespace {

constexpr Param kParams[] = {
    {"words", ParamType::integer, "3", "of a page that read differently, from which it is reported",
     "", 0, unless_positive},
};

constexpr std::string_view kFix =
    "Use the font as it comes, with \\usepackage[T1]{fontenc} or \\input{glyphtounicode}, and "
    "remove "
    "\\pdfglyphtounicode lines and fonts that map letters to others.";
constexpr std::string_view kFixOfLookalikes =
    "Type these words with Latin letters alone; where the source has no others, remove "
    "\\pdfglyphtounicode lines and fonts that map letters to others.";

model::Finding about(const Misreading& reading, std::string_view what, std::string_view fix) {
  auto finding =
      failed(fmt::format("{} on page {} {}.", counted(reading.words, "word"), reading.page, what),
             counted(reading.letters, "letter"), "none", std::string(fix));
  // Names of glyphs may be arbitrary; where they spell words of the paper, they are not.
  bool is_read = 2 * reading.known >= reading.words;
  finding.confidence = is_read ? model::Confidence::certain : model::Confidence::possible;
  finding.page = reading.page;
  finding.box = reading.box;
  finding.evidence = fmt::format("printed: {} / copied: {}", quoted_line(reading.painted),
                                 quoted_line(reading.copied));
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  auto is_told = [&](int page) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const model::Finding& it) { return it.page == page; });
  };
  for (const Misreading& reading : find_misreadings(paper))
    if (reading.words >= with.integer("words"))
      findings.push_back(about(reading, "are copied as others than are printed", kFix));
  for (const Misreading& reading : find_lookalikes(paper))
    if (reading.words >= with.integer("words") && !is_told(reading.page))
      findings.push_back(about(reading, "have Cyrillic or Greek letters that look like Latin ones",
                               kFixOfLookalikes));
  if (!findings.empty()) return findings;
  auto fonts = fonts_out_of_width(paper.document);
  if (fonts.empty()) return {};
  auto finding = failed(
      fmt::format("In {} the narrow letters, as they are copied, are wider than m and w: other "
                  "letters may be printed than are copied.",
                  name_list(fonts)),
      counted(static_cast<int>(fonts.size()), "font"), "none", std::string(kFix));
  finding.confidence = model::Confidence::possible;
  return {finding};
}

}  // namespace

extern constinit const Check text_mapping{
    .id = "integrity/text-mapping",
    .summary = "text that is copied as another than is printed",
    .params = kParams,
    .run = run,
};

}  // namespace checks::integrity
