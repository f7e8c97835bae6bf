#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/people.hpp"
#include "checks/watched_traces.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;
using model::Trace;
using model::TraceKind;

constexpr Param kParams[] = {
    {"institutions", ParamType::texts, "Universi,Institut,Laborator,Hochschul",
     "beginnings of words for where people work"},
    kAllowedAddresses,
};

// A heading is on a page, if not always letter by letter.
bool is_printed(const Squeezed& text, const std::string& title) {
  return squeezed(title).empty() || text.has(title);
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const Patterns addresses(with.texts("allow_addresses"));
  std::string lines;
  for (const model::Line& line : paper.measured.lines) lines += line.text + "\n";
  const Squeezed printed(lines);
  auto judge = [&](const Trace& trace) -> std::optional<Confidence> {
    if (trace.kind != TraceKind::outline && trace.kind != TraceKind::page_label)
      return std::nullopt;
    if (!addresses_in(trace.text, addresses).empty()) return Confidence::likely;
    if (is_printed(printed, trace.text)) return std::nullopt;
    const People people = find_people(trace.text, with.texts("institutions"));
    if (!people.institutions && !people.authors) return std::nullopt;
    return Confidence::possible;
  };
  auto describe = [](const Trace& first, int) {
    return failed(
        fmt::format("An entry in {} may name an author, and is on no page.", holder_of(first)),
        "1 such entry", "headings alone",
        "Mend the \\pdfbookmark or \\pdfpagelabel that writes it, or give the heading a "
        "title of its own for the outline: \\texorpdfstring.");
  };
  Findings findings = group_traces(paper, judge, describe);
  add_unread_traces(paper, findings);
  return findings;
}

}  // namespace

extern constinit const Check outline{
    .id = "anonymity/outline",
    .summary = "names and addresses in the outline and in labels of pages",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
