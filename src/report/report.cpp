#include "report/report.hpp"

namespace report {

const model::Result* ListedResults::next() {
  if (rest_.empty()) return nullptr;
  const model::Result* result = &rest_.front();
  rest_ = rest_.subspan(1);
  return result;
}

std::span<const Format> formats() {
  static constexpr Format kFormats[] = {
      {"text", text, "for a person at a terminal"},
      {"json", json, "an array of results, indented"},
      {"ndjson", ndjson, "a result a line"},
      {"html", html, "a page for a browser, with pictures and a sheet to sort papers by"},
      {"document", document, "lines, fonts and links of inspected papers, for test cases", true},
      {"sarif", sarif, "SARIF 2.1.0, for code scanning and editors", false, true},
      {"junit", junit, "JUnit XML: a suite a paper, a case a check", false, true},
      {"github", github, "annotations of a GitHub workflow, and a table in its job's summary",
       false, true},
      {"gitlab", gitlab, "a Code Quality report of GitLab", false, true},
      {"lines", lines, "a line a finding, as compilers write them, for editors", false, true},
      {"markdown", markdown, "a table for GitHub, at most 1 MiB", false, true},
      {"csv", csv, "a row a finding", false, true},
      {"csv-papers", csv_papers, "a row a paper", false, true},
      {"mail", mail, "CSV to write to authors with: a row a paper that is to be mended", false,
       true},
      {"hotcrp-tags", hotcrp_tags, "tags for HotCRP's bulk assignments", false, true},
      {"openreview", openreview, "a line a paper, with the answers of a desk check's form", false,
       true},
  };
  return kFormats;
}

}  // namespace report
