#include "cli/outcome.hpp"

#include <algorithm>

#include "util/text.hpp"

namespace cli {
namespace {

// Neither judged nor found to be broken.
bool is_left_out(const model::Result& result) {
  if (!result.stopped.empty()) return true;
  bool is_unread = !result.paper || result.paper->document.failure.has_value();
  return is_unread && result.findings.empty();
}

bool counts(const model::Finding& finding, std::string_view fail_on) {
  if (fail_on == "never" || !is_proven(finding)) return false;
  auto least = fail_on == "warning" ? model::Severity::warning : model::Severity::error;
  return finding.severity >= least;
}

}  // namespace

void complain(const Streams& streams, std::string_view message) {
  streams.err << "deskcheck: " << util::printable(message) << '\n';
}

int refuse(const Streams& streams, std::string_view message) {
  complain(streams, message);
  return kUsage;
}

int exit_code(std::span<const model::Result> results, std::string_view fail_on) {
  if (std::any_of(results.begin(), results.end(), is_left_out)) return kIncomplete;
  for (const model::Result& result : results)
    for (const model::Finding& finding : result.findings)
      if (counts(finding, fail_on)) return kFindings;
  return kClean;
}

}  // namespace cli
