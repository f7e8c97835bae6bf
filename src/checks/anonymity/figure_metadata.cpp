#include <algorithm>

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
    {"keys", ParamType::texts, "Author,dc:creator",
     "entries and XMP properties of figures that must not name anybody"},
    {"allow", ParamType::texts, "", "patterns of whole values that are no leak", "", 0,
     unless_patterns},
    {"allow_addresses", ParamType::texts, "", "patterns of e-mail addresses that name nobody", "",
     0, unless_patterns},
};

// It may be somebody else's figure.
Confidence at_most_likely(Confidence confidence) {
  return std::min(confidence, Confidence::likely);
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const Patterns allowed(with.texts("allow")), addresses(with.texts("allow_addresses"));
  auto judge = [&](const Trace& trace) -> std::optional<Confidence> {
    if (trace.kind != TraceKind::figure_info && trace.kind != TraceKind::figure_xmp)
      return std::nullopt;
    if (is_among(with.texts("keys"), trace.key)) {
      const auto confidence = naming(paper, trace.text, allowed);
      return confidence ? std::optional(at_most_likely(*confidence)) : std::nullopt;
    }
    if (addresses_in(trace.text, addresses).empty()) return std::nullopt;
    return Confidence::possible;
  };
  auto describe = [](const Trace& first, int count) {
    return failed(fmt::format("The metadata of {} says who made it.",
                              first.place.empty() ? "a figure" : "the figure " + first.place),
                  fmt::format("{} is set in {}", first.key, counted(count, "figure")),
                  fmt::format("no {}", first.key),
                  "Write \\pdfsuppressptexinfo=-1 before \\begin{document} (pdfTeX; in LuaTeX "
                  "\\pdfvariable suppressoptionalinfo 1023), or clear the figure's own metadata.");
  };
  Findings findings = group_traces(paper, judge, describe);
  add_unread_traces(paper, findings);
  return findings;
}

}  // namespace

extern constinit const Check figure_metadata{
    .id = "anonymity/figure-metadata",
    .summary = "names in the metadata of included figures",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
