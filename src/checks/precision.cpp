#include "checks/precision.hpp"

#include <re2/re2.h>

#include <cstdlib>
#include <string>

#include "checks/registry.hpp"

namespace checks {

std::optional<Precision> read_precision(std::string_view page) {
  // What stands before the colon may say which papers: those whose authors were named.
  static const RE2 sentence(
      R"((?m)^\*\*Measured\.\*\* On (\d{1,6}) real papers and templates[^:.\n]*: )"
      R"((?:no finding|(\d{1,6}) findings?, (\d{1,6}) right)[.;:])");
  Precision told;
  std::string findings, right;  // empty where nothing was found
  if (!RE2::PartialMatch(re2::StringPiece(page.data(), page.size()), sentence, &told.papers,
                         &findings, &right))
    return {};
  told.findings = std::atoi(findings.c_str());
  told.right = std::atoi(right.c_str());
  if (told.right > told.findings) return {};
  return told;
}

std::optional<Precision> Entry::precision() const {
  return read_precision(page);
}

}  // namespace checks
