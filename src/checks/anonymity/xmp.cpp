#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/watched_traces.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

using model::Trace;
using model::TraceKind;

constexpr Param kParams[] = {
    {"properties", ParamType::texts, "dc:creator", "properties that must not name anybody"},
    kAllowedValues,
    kAllowedAddresses,
};

model::Finding describe(const Trace& first, int) {
  return failed(
      fmt::format("The PDF's XMP metadata has a property {} with a value.", first.key),
      fmt::format("{} is set", first.key), fmt::format("no {}", first.key),
      "Leave out hyperxmp and pdfx, or write \\hypersetup{pdfauthor={}} after them. In a "
      "finished file clear it, then rewrite the whole: exiftool -XMP:all= FILE, then qpdf "
      "--linearize FILE NEW.");
}

constexpr TraceKind kKinds[] = {TraceKind::xmp};

constexpr WatchedTraces kWatched{
    .kinds = kKinds,
    .names = "properties",
    .describe = describe,
};

Findings run(const model::Paper& paper, const model::Params& with) {
  return watch(paper, with, kWatched);
}

}  // namespace

extern constinit const Check xmp{
    .id = "anonymity/xmp",
    .summary = "names in the PDF's XMP metadata",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
