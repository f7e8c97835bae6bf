#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/traces.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;
using model::Trace;
using model::TraceKind;

constexpr Param kParams[] = {
    {"properties", ParamType::texts, "dc:creator", "properties that must not name anybody"},
    {"allow", ParamType::texts, "", "patterns of whole values that are no leak", "", 0,
     unless_patterns},
    {"allow_addresses", ParamType::texts, "", "patterns of e-mail addresses that name nobody", "",
     0, unless_patterns},
};

Findings run(const model::Paper& paper, const model::Params& with) {
  const Patterns allowed(with.texts("allow")), addresses(with.texts("allow_addresses"));
  auto judge = [&](const Trace& trace) -> std::optional<Confidence> {
    if (trace.kind != TraceKind::xmp) return std::nullopt;
    if (is_among(with.texts("properties"), trace.key)) return naming(paper, trace.text, allowed);
    if (addresses_in(trace.text, addresses).empty()) return std::nullopt;
    return Confidence::possible;
  };
  auto describe = [](const Trace& first, int) {
    return failed(
        fmt::format("The PDF's XMP metadata has a property {} with a value.", first.key),
        fmt::format("{} is set", first.key), fmt::format("no {}", first.key),
        "Leave out hyperxmp and pdfx, or write \\hypersetup{pdfauthor={}} after them. In a "
        "finished file clear it, then rewrite the whole: exiftool -XMP:all= FILE, then qpdf "
        "--linearize FILE NEW.");
  };
  Findings findings = group_traces(paper, judge, describe);
  add_unread_traces(paper, findings);
  return findings;
}

}  // namespace

extern constinit const Check xmp{
    .id = "anonymity/xmp",
    .summary = "names in the PDF's XMP metadata",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
