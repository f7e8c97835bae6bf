#include <algorithm>

#include "model/words.hpp"
#include "report/cells.hpp"
#include "report/ranking.hpp"
#include "report/report.hpp"
#include "util/format.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;
using model::Severity;

std::string count(const Result& result, bool (*is_one)(const Finding&)) {
  return std::to_string(std::count_if(result.findings.begin(), result.findings.end(), is_one));
}

bool is_warning(const Finding& finding) {
  return group_of(finding) == Group::warning;
}

bool is_open(const Finding& finding) {
  return !is_proven(finding) && !is_set_aside(finding);
}

std::string sentence(const Result& result, const Finding* worst) {
  if (std::string why = reason_unjudged(result); !why.empty() && !worst)
    return fmt::format("Not judged: {}.", why);
  if (worst) return placed_message(*worst);
  bool is_whole = result.verdict == model::Verdict::pass;
  return is_whole ? "Nothing was found." : "Only a part of the file was read.";
}

void write(Rows& rows, const Result& result) {
  const Finding* first = worst(result);
  bool is_read = result.paper && !result.paper->document.failure;
  auto end = is_read ? result.paper->measured.main_end : std::nullopt;
  rows.add({result.file.id, result.file.path, word(result.verdict),
            is_read ? std::to_string(result.paper->measured.pages) : "",
            end ? std::to_string(end->page) : "", count(result, model::is_blocking),
            count(result, is_warning), count(result, is_open), first ? first->check : "",
            sentence(result, first)});
}

}  // namespace

void csv_papers(std::ostream& out, Results& results, const Style&) {
  Rows rows(out);
  rows.add({"id", "path", "verdict", "pages", "main_end", "errors", "warnings", "undecided",
            "worst_check", "sentence"});
  while (const Result* result = results.next()) write(rows, *result);
}

}  // namespace report
