#include <cctype>

#include "report/layout.hpp"
#include "report/place.hpp"
#include "report/ranking.hpp"
#include "report/report.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;

std::string_view word_of(Group group) {
  if (group == Group::problem) return "error";
  return group == Group::note ? "note" : "warning";
}

// Editors take the first colon that a number follows for the end of the name: one of the name's own
// would send them to a file and line that somebody else chose. No line begins with a command where
// it is printed into the log of a build.
std::string name_of(const std::string& path) {
  std::string text = util::printable(path);
  auto begun = util::trim(text);
  std::string out = begun.starts_with("::") || begun.starts_with("##") ? "./" : "";
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool is_end = text[at] == ':' && std::isdigit(static_cast<unsigned char>(text[at + 1]));
    out += is_end ? "\\u{3a}" : std::string(1, text[at]);
  }
  return out;
}

// PDFs have no columns, and SyncTeX knows none.
void write(std::ostream& out, const Place& place, Group group, std::string_view message,
           const std::string& check) {
  out << fmt::format("{}:{}:1: {}: {} [{}]\n", name_of(place.path), place.line, word_of(group),
                     message, shown(check));
}

void write(std::ostream& out, const Result& result, const Finding& finding, const Style& style) {
  std::string message = placed_message(finding);
  if (!finding.fix.empty()) message += " Fix: " + shown(finding.fix, kMostOfASentence);
  write(out, place_of(result, finding, style), group_of(finding), message, finding.check);
}

}  // namespace

void lines(std::ostream& out, Results& results, const Style& style) {
  while (const Result* result = results.next()) {
    for (const Finding& finding : result->findings)
      if (!model::is_set_aside(finding)) write(out, *result, finding, style);
    if (std::string why = reason_unjudged(*result); !why.empty() && result->findings.empty())
      write(out, place_of(*result, style), Group::problem, fmt::format("Not judged: {}.", why),
            "deskcheck/unjudged");
  }
}

}  // namespace report
