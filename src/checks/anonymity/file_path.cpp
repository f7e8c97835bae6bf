#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/paths.hpp"
#include "checks/traces.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;
using model::Trace;
using model::TraceKind;

constexpr Param kParams[] = {
    {"folders", ParamType::texts, "/home/,/users/,/documents and settings/",
     "what stands before a user's name in a path; a star is any one folder"},
    {"users", ParamType::texts, "", "patterns of users' names that are nobody's", "", 0,
     unless_patterns},
    {"endings", ParamType::texts, "doc,docx,tex,dvi",
     "endings of files that papers are written in"},
    {"plain_words", ParamType::texts, "", "words of such files' names that name nobody"},
};

bool is_title(const Trace& trace) {
  return (trace.kind == TraceKind::info && trace.key == "Title") ||
         (trace.kind == TraceKind::xmp && trace.key == "dc:title");
}

model::Finding describe_path(const UserPath& path) {
  const Trace& trace = *path.first;
  auto finding = failed(
      fmt::format("A path in {} leads into a person's folder, \"{}\".", holder_of(trace),
                  path.user),
      counted(path.count, "such path"), "no path with a user's name",
      "Compile with \\pdfsuppressptexinfo=-1, which keeps figures' paths out of the file (pdfTeX), "
      "or in a folder without a name in it; rewrite a finished file whole.");
  finding.confidence = Confidence::likely;
  if (trace.page > 0) finding.page = trace.page;
  finding.evidence = quoted_line(trace.text);
  return finding;
}

model::Finding describe_name(const Trace& trace, const std::vector<std::string>& words) {
  auto finding = failed("The PDF's title is the name of a file, which may name its author.",
                        fmt::format("{} is a file's name", trace.key), "the paper's title, or none",
                        "Set the title: \\hypersetup{pdftitle={...}}, or in the word processor's "
                        "properties before the file is exported.");
  finding.confidence = Confidence::possible;
  finding.evidence = quoted_line(name_list(words) + " in " + trace.text);
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  const Patterns nobody(with.texts("users"));
  for (const UserPath& each : find_user_paths(paper, with.texts("folders"), nobody))
    findings.push_back(describe_path(each));
  for (const Trace& trace : all_traces(paper)) {
    if (!is_title(trace) || find_user(trace.text, with.texts("folders"))) continue;
    const auto words =
        words_of_file(paper, trace.text, with.texts("endings"), with.texts("plain_words"));
    if (words.empty()) continue;
    findings.push_back(describe_name(trace, words));
    break;
  }
  add_unread_traces(paper, findings);
  return findings;
}

}  // namespace

extern constinit const Check file_path{
    .id = "anonymity/file-path",
    .summary = "paths with a user's name, and files' names, in what no page shows",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
