#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "util/format.hpp"

namespace checks::length {
namespace {

std::string unless_above_zero(const model::Value& value) {
  return std::get<double>(value) > 0 ? "" : "it must be more than 0";
}

constexpr Param kParams[] = {
    {"max", ParamType::number, kRequired, "megabytes the file may have", "", 0, unless_above_zero},
};

// Some systems count a megabyte as a million bytes, others as 2^20.
constexpr double kSmall = 1e6, kLarge = 1 << 20;

Findings run(const model::Paper& paper, const model::Params& with) {
  double most = with.number("max");
  std::string allowed = fmt::format("{} MB", most);
  if (!paper.document.bytes) return {undecided("The size of the file is not known.", allowed)};
  auto bytes = static_cast<double>(*paper.document.bytes);
  if (bytes <= most * kSmall) return {};
  bool is_in_doubt = bytes <= most * kLarge;
  std::string measured = fmt::format("{:.1f} MB", bytes / kSmall);
  auto finding = failed(
      fmt::format("The file has {} ({} bytes); {} are allowed{}.", measured, *paper.document.bytes,
                  allowed,
                  is_in_doubt ? ", and it depends on what the venue calls a megabyte" : ""),
      measured, allowed,
      "Include photographs as JPEG at the resolution they are printed in, and draw plots of many "
      "points as one raster image: rasterized=True in matplotlib.");
  if (is_in_doubt) finding.confidence = model::Confidence::possible;
  return {finding};
}

}  // namespace

extern constinit const Check file_size{
    .id = "length/file-size",
    .summary = "megabytes of the file",
    .params = kParams,
    .run = run,
    .reads_broken_files = true,
};

}  // namespace checks::length
