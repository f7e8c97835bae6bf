#include "cli/outcome.hpp"

#include <algorithm>

#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

// Neither judged nor found to be broken.
bool is_left_out(const model::Result& result) {
  if (!result.stopped.empty()) return true;
  bool is_unread = !result.paper || result.paper->document.failure.has_value();
  return is_unread &&
         std::all_of(result.findings.begin(), result.findings.end(), model::is_set_aside);
}

bool counts(const model::Finding& finding, std::string_view fail_on) {
  if (fail_on == "never" || is_set_aside(finding)) return false;
  bool is_warning = is_proven(finding) && finding.severity >= model::Severity::warning;
  return is_blocking(finding) || (fail_on == "warning" && is_warning);
}

}  // namespace

void complain(const Streams& streams, std::string_view message) {
  streams.err << "deskcheck: " << util::printable(message) << '\n';
}

void complain_of_each(const Streams& streams, std::span<const std::string> messages) {
  constexpr std::size_t kMost = 20;
  for (const std::string& message : messages.first(std::min(messages.size(), kMost)))
    complain(streams, message);
  if (messages.size() > kMost)
    complain(streams, fmt::format("and {} more of this kind", messages.size() - kMost));
}

int refuse(const Streams& streams, std::string_view message) {
  complain(streams, message);
  return kUsage;
}

void Outcome::add(const model::Result& result) {
  is_incomplete_ = is_incomplete_ || is_left_out(result);
  const auto& findings = result.findings;
  has_findings_ =
      has_findings_ || std::any_of(findings.begin(), findings.end(),
                                   [&](const auto& finding) { return counts(finding, fail_on_); });
}

int Outcome::code() const {
  if (is_incomplete_) return kIncomplete;
  return has_findings_ ? kFindings : kClean;
}

}  // namespace cli
