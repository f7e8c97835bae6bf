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
    {"names", ParamType::texts, "Exif Artist,Exif Author,Exif OwnerName,IPTC By-line,dc:creator",
     "what must not name anybody"},
    {"hints", ParamType::texts, "Exif SerialNumber,Exif LensSerialNumber,Exif GPSPosition",
     "what tells a person's camera or place"},
    {"credits", ParamType::texts, "Exif Copyright,IPTC Credit,IPTC CopyrightNotice",
     "what most often names a photographer of a data set"},
    {"allow", ParamType::texts, "", "patterns of whole values that are no leak", "", 0,
     unless_patterns},
    {"allow_addresses", ParamType::texts, "", "patterns of e-mail addresses that name nobody", "",
     0, unless_patterns},
};

Findings run(const model::Paper& paper, const model::Params& with) {
  const Patterns allowed(with.texts("allow")), addresses(with.texts("allow_addresses"));
  auto judge = [&](const Trace& trace) -> std::optional<Confidence> {
    if (trace.kind != TraceKind::image) return std::nullopt;
    const bool is_credit = is_among(with.texts("credits"), trace.key);
    const bool is_hint = is_among(with.texts("hints"), trace.key);
    if (is_credit || is_among(with.texts("names"), trace.key)) {
      const auto confidence = naming(paper, trace.text, allowed);
      if (!confidence) return std::nullopt;
      return is_credit ? Confidence::possible : std::min(*confidence, Confidence::likely);
    }
    if (!is_hint && addresses_in(trace.text, addresses).empty()) return std::nullopt;
    return Confidence::possible;
  };
  auto describe = [](const Trace& first, int count) {
    return failed(
        fmt::format("{} says in \"{}\" who made it, with what or where.",
                    count == 1 ? "A JPEG image" : "JPEG images", first.key),
        fmt::format("{} is set in {}", first.key, counted(count, "image")),
        fmt::format("no {}", first.key),
        "Clear the image's metadata before it is included: exiftool -all= fig.jpg, or convert it "
        "to PNG, of which TeX takes the pixels alone. Then compile again.");
  };
  Findings findings = group_traces(paper, judge, describe);
  add_unread_traces(paper, findings);
  return findings;
}

}  // namespace

extern constinit const Check image_metadata{
    .id = "anonymity/image-metadata",
    .summary = "names, places and cameras in the metadata of JPEG images",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
