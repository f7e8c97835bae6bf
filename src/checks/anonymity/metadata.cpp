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
    {"keys", ParamType::texts, "Author",
     "entries of the Info dictionary that must not name anybody"},
    {"allow", ParamType::texts, "", "patterns of whole values that are no leak", "", 0,
     unless_patterns},
    {"allow_addresses", ParamType::texts, "", "patterns of e-mail addresses that name nobody", "",
     0, unless_patterns},
};

constexpr std::string_view kFix =
    "Write \\hypersetup{pdfauthor={}} after loading hyperref, or clean the file with a tool that "
    "rewrites it: one that only appends keeps the name.";

model::Finding describe(const Trace& trace, bool is_key) {
  if (is_key)
    return failed(fmt::format("The PDF's metadata has an entry /{} with a value.", trace.key),
                  fmt::format("/{} is set", trace.key), fmt::format("/{} empty", trace.key),
                  std::string(kFix));
  return failed(
      fmt::format("A name or an address is in {}, under {}.", holder_of(trace), trace.key),
      "1 such entry", "nothing that names an author",
      "Leave it out where it is written: in the tags, layers or fields that a package "
      "or program adds, or in the drawing program's own data.");
}

// Figures, images, annotations, attachments and the like have checks of their own.
bool is_named_thing(TraceKind kind) {
  return kind == TraceKind::info || kind == TraceKind::private_data || kind == TraceKind::layer ||
         kind == TraceKind::structure || kind == TraceKind::form_field;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const Patterns allowed(with.texts("allow")), addresses(with.texts("allow_addresses"));
  auto judge = [&](const Trace& trace) -> std::optional<Confidence> {
    if (!is_named_thing(trace.kind)) return std::nullopt;
    // What Illustrator writes there is the name of whoever has the licence.
    const bool is_name =
        trace.kind == TraceKind::private_data
            ? trace.key.ends_with(" For")
            : trace.kind == TraceKind::info && is_among(with.texts("keys"), trace.key);
    if (is_name) return naming(paper, trace.text, allowed);
    if (addresses_in(trace.text, addresses).empty()) return std::nullopt;
    return Confidence::possible;
  };
  Findings findings = group_traces(paper, judge, [&](const Trace& first, int) {
    return describe(first,
                    first.kind == TraceKind::info && is_among(with.texts("keys"), first.key));
  });
  add_unread_traces(paper, findings);
  return findings;
}

}  // namespace

extern constinit const Check metadata{
    .id = "anonymity/metadata",
    .summary = "names in the PDF's Info dictionary, and addresses in names of its parts",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
