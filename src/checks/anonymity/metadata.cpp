#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/patterns.hpp"
#include "checks/squeezed.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;

constexpr Param kParams[] = {
    {"keys", ParamType::texts, "Author",
     "entries of the Info dictionary that must not name anybody"},
    {"allow", ParamType::texts, "", "patterns of whole values that are no leak", "", 0,
     unless_patterns},
};

bool is_title(const model::Paper& paper, const std::string& value) {
  std::string title;
  for (const model::Line& line : paper.measured.lines)
    if (line.role == model::Role::title) title += line.text + " ";
  std::string letters = squeezed(value);
  if (letters == squeezed(title)) return true;
  const auto& info = paper.document.info;
  return std::any_of(info.begin(), info.end(), [&](const auto& entry) {
    return entry.first == "Title" && squeezed(entry.second) == letters;
  });
}

// One word may be a log-in or a program's default as well as a name.
Confidence confidence_in(const std::string& value) {
  bool is_one_word = util::trim(value).find_first_of(" @,;") == std::string_view::npos;
  return is_one_word ? Confidence::possible : Confidence::certain;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Findings findings;
  Patterns allowed(with.texts("allow"));
  const auto& keys = with.texts("keys");
  for (const auto& [key, value] : paper.document.info) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) continue;
    if (squeezed(value).empty() || allowed.match(value) || is_title(paper, value)) continue;
    auto finding =
        failed(fmt::format("The PDF's metadata has an entry /{} with a value.", key),
               fmt::format("/{} is set", key), fmt::format("/{} empty", key),
               "Write \\hypersetup{pdfauthor={}} after loading hyperref, or clean the "
               "file with a tool that rewrites it: one that only appends keeps the name.");
    finding.confidence = confidence_in(value);
    finding.evidence = quoted_line(value);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

extern constinit const Check metadata{
    .id = "anonymity/metadata",
    .summary = "names in the PDF's Info dictionary",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
