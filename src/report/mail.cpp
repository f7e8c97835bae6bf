#include <algorithm>

#include "model/words.hpp"
#include "report/cells.hpp"
#include "report/layout.hpp"
#include "report/masked.hpp"
#include "report/ranking.hpp"
#include "report/report.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;

constexpr std::size_t kMostOfASentence = 1000;

// What is certain or likely and the authors' to mend. What a person has yet to decide is no news
// for them, nor what a comparison says of other people's papers.
bool is_theirs(const Finding& finding) {
  bool is_wrong =
      is_blocking(finding) || (is_proven(finding) && finding.severity != model::Severity::note);
  return is_wrong && !is_set_aside(finding) && !finding.check.starts_with("batch/");
}

// Whether a paper is refused is not the tool's to say, and an author who mends it in time need not
// be frightened.
bool is_threat(std::string_view text) {
  constexpr const char* kThreats[] = {"reject", "not be review", "without review",
                                      "not be consider"};
  return std::any_of(std::begin(kThreats), std::end(kThreats),
                     [&](const char* words) { return util::contains_folded(text, words); });
}

std::string rules_say(const model::Cite& cite) {
  std::string text = is_threat(cite.text) || cite.text.empty()
                         ? ""
                         : fmt::format("\"{}\"", shown(cite.text, kMostOfASentence));
  std::string read = cite.read_on.empty() ? "" : fmt::format(", as read on {}", cite.read_on);
  if (cite.url.empty()) return text;
  std::string url = shown(cite.url, kMostOfASentence);
  return text.empty() ? url + read : fmt::format("{} ({}{})", text, url, read);
}

std::string item(const Finding& finding, int number) {
  std::string where = finding.page ? fmt::format(" (page {})", *finding.page) : "";
  std::string out =
      fmt::format("{}. {}{}\n", number, shown(finding.message, kMostOfASentence), where);
  if (finding.severity != model::Severity::error)
    out += "   Please look at this; it may be all right.\n";
  std::string rules = finding.cite ? rules_say(*finding.cite) : "";
  if (!rules.empty()) out += fmt::format("   The rules: {}\n", rules);
  if (!finding.fix.empty())
    out += fmt::format("   To mend it: {}\n", shown(finding.fix, kMostOfASentence));
  return out;
}

std::string body(const Result& masked, int count) {
  std::string out = fmt::format(
      "Dear authors,\n\na program has looked at the PDF of your paper by the rules of {}. It found "
      "{} that we ask you to look at:\n\n",
      shown(masked.pack->title.empty() ? masked.pack->id : masked.pack->title),
      counted(count, "thing"));
  int number = 0;
  for (const Finding& finding : masked.findings)
    if (is_theirs(finding)) out += item(finding, ++number) + '\n';
  return out +
         "Programs make mistakes. If something here is not true of your file, please tell us.\n\n"
         "Kind regards\n";
}

// Whoever sends it may know the authors, but what is sent is read by others too.
void write(Rows& rows, const Result& result) {
  auto count =
      static_cast<int>(std::count_if(result.findings.begin(), result.findings.end(), is_theirs));
  if (count == 0 || !result.pack) return;
  Result masked = result;
  mask(masked);
  std::string title = shown(masked.pack->title.empty() ? masked.pack->id : masked.pack->title);
  std::string subject =
      fmt::format("{}: {} to look at in the PDF of your paper", title, counted(count, "thing"));
  rows.add({result.file.id, result.file.path, word(result.verdict), subject}, body(masked, count));
}

}  // namespace

void mail(std::ostream& out, Results& results, const Style&) {
  Rows rows(out);
  rows.add({"id", "path", "verdict", "subject", "body"});
  while (const Result* result = results.next()) write(rows, *result);
}

}  // namespace report
