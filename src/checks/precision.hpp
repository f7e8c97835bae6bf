// What a check's page says of how often the check was right on real papers.
#pragma once

#include <optional>
#include <string_view>

namespace checks {

struct Precision {
  int papers = 0;  // judged, templates among them
  int findings = 0;
  int right = 0;  // never more than `findings`

  bool operator==(const Precision&) const = default;
};

// From the paragraph "**Measured.** On 104 real papers and templates: 45 findings, 44 right." or
// "... : no finding."; nothing where a page has none, or one that says more are right than found.
std::optional<Precision> read_precision(std::string_view page);

}  // namespace checks
