#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/watched_traces.hpp"
#include "util/format.hpp"

namespace checks::anonymity {
namespace {

using model::Trace;
using model::TraceKind;

constexpr Param kParams[] = {
    {"names", ParamType::texts, "Exif Artist,Exif Author,Exif OwnerName,IPTC By-line,dc:creator",
     "what must not name anybody"},
    {"hints", ParamType::texts, "Exif SerialNumber,Exif LensSerialNumber,Exif GPSPosition",
     "what tells a person's camera or place"},
    {"credits", ParamType::texts, "Exif Copyright,IPTC Credit,IPTC CopyrightNotice",
     "what most often names a photographer of a data set"},
    kAllowedValues,
    kAllowedAddresses,
};

model::Finding describe(const Trace& first, int count) {
  return failed(
      fmt::format("{} says in \"{}\" who made it, with what or where.",
                  count == 1 ? "A JPEG image" : "JPEG images", first.key),
      fmt::format("{} is set in {}", first.key, counted(count, "image")),
      fmt::format("no {}", first.key),
      "Clear the image's metadata before it is included: exiftool -all= fig.jpg, or convert it "
      "to PNG, of which TeX takes the pixels alone. Then compile again.");
}

constexpr TraceKind kKinds[] = {TraceKind::image};

constexpr WatchedTraces kWatched{
    .kinds = kKinds,
    .names = "names",
    .credits = "credits",
    .hints = "hints",
    .most = model::Confidence::likely,
    .describe = describe,
};

Findings run(const model::Paper& paper, const model::Params& with) {
  return watch(paper, with, kWatched);
}

}  // namespace

extern constinit const Check image_metadata{
    .id = "anonymity/image-metadata",
    .summary = "names, places and cameras in the metadata of JPEG images",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
