#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/watched_traces.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

using model::Trace;
using model::TraceKind;

constexpr Param kParams[] = {
    {"keys", ParamType::texts, "Author,dc:creator",
     "entries and XMP properties of figures that must not name anybody"},
    kAllowedValues,
    kAllowedAddresses,
};

model::Finding describe(const Trace& first, int count) {
  return failed(fmt::format("The metadata of {} says who made it.",
                            first.place.empty() ? "a figure" : "the figure " + first.place),
                fmt::format("{} is set in {}", first.key, counted(count, "figure")),
                fmt::format("no {}", first.key),
                "Write \\pdfsuppressptexinfo=-1 before \\begin{document} (pdfTeX; in LuaTeX "
                "\\pdfvariable suppressoptionalinfo 1023), or clear the figure's own metadata.");
}

constexpr TraceKind kKinds[] = {TraceKind::figure_info, TraceKind::figure_xmp};

// It may be somebody else's figure.
constexpr WatchedTraces kWatched{
    .kinds = kKinds,
    .names = "keys",
    .most = model::Confidence::likely,
    .describe = describe,
};

Findings run(const model::Paper& paper, const model::Params& with) {
  return watch(paper, with, kWatched);
}

}  // namespace

extern constinit const Check figure_metadata{
    .id = "anonymity/figure-metadata",
    .summary = "names in the metadata of included figures",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
