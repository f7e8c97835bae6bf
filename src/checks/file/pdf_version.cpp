#include <charconv>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "util/format.hpp"

namespace checks::file {
namespace {

constexpr Param kParams[] = {
    {"least", ParamType::text, "1.0", "the oldest version that is taken, \"1.4\""},
    {"most", ParamType::text, "2.0", "the newest version that is taken"},
};

// "1.7" as 107; none where it is no version.
std::optional<int> number_of(std::string_view version) {
  int major = 0, minor = 0;
  const char* const end = version.data() + version.size();
  const auto first = std::from_chars(version.data(), end, major);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '.') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, minor);
  if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
  return 100 * major + minor;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const std::string &least = with.text("least"), &most = with.text("most");
  const std::string allowed = fmt::format("PDF {} to {}", least, most);
  const auto version = number_of(paper.document.pdf_version);
  if (!version) return {undecided("The file does not say its version.", allowed)};
  const bool is_old = *version < number_of(least).value_or(0);
  if (!is_old && *version <= number_of(most).value_or(*version)) return {};
  return {failed(fmt::format("The file is a PDF of version {}, {} than is taken.",
                             paper.document.pdf_version, is_old ? "older" : "newer"),
                 "PDF " + paper.document.pdf_version, allowed,
                 "Write \\pdfminorversion=5 before \\documentclass, or in a new kernel "
                 "\\DocumentMetadata{pdfversion=1.7}.")};
}

}  // namespace

extern constinit const Check pdf_version{
    .id = "file/pdf-version",
    .summary = "the version of the PDF format",
    .params = kParams,
    .run = run,
};

}  // namespace checks::file
