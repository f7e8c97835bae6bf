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
  };
  return kFormats;
}

}  // namespace report
