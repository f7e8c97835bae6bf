#include "judge/platform_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "judge/summing.hpp"
#include "model/platform_text.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace judge {
namespace {

using model::Finding;
using model::Result;

// Checks whose evidence is text that nobody sees.
constexpr std::array<std::string_view, 3> kTelling = {
    "integrity/hidden-text", "integrity/prompt-injection", "integrity/hidden-layer"};
// Marks and labels that are lost in figures are alike by chance.
constexpr std::size_t kFewestLetters = 12;
// Of a batch; what one more paper hides is then its own.
constexpr std::size_t kMostTexts = 1'000'000;
constexpr std::size_t kQuoted = 200;

std::uint64_t hash_of(std::string_view text) {
  return std::stoull(util::sha256(text).substr(0, 16), nullptr, 16);
}

// By its letters alone: numbers of papers and breaks of lines differ. None where there are few.
std::optional<std::uint64_t> text_of(const Finding& finding) {
  if (finding.outcome != model::Outcome::failed ||
      std::find(kTelling.begin(), kTelling.end(), finding.check) == kTelling.end())
    return std::nullopt;
  const std::string letters = util::folded_letters(finding.evidence);
  if (util::to_utf32(letters).size() < kFewestLetters) return std::nullopt;
  return hash_of(letters);
}

void leave_to_person(Finding& finding) {
  if (finding.message.ends_with(model::kHiddenByMost)) return;
  finding.confidence = model::Confidence::possible;
  finding.message += model::kHiddenByMost;
}

}  // namespace

void PlatformTexts::add(const Result& result) {
  if (result.verdict == model::Verdict::unjudged || result.file.sha256.empty()) return;
  if (!papers_.insert(hash_of(result.file.sha256)).second) return;
  std::set<std::uint64_t> hidden;
  for (const Finding& finding : result.findings)
    if (auto text = text_of(finding)) hidden.insert(*text);
  for (std::uint64_t text : hidden)
    if (texts_.size() < kMostTexts || texts_.contains(text)) ++texts_[text];
}

bool PlatformTexts::is_shared(std::uint64_t text) const {
  const auto found = texts_.find(text);
  return found != texts_.end() && papers_.size() >= kFewestPapers &&
         2 * std::size_t{found->second} > papers_.size();
}

void PlatformTexts::settle(Result& result) const {
  if (result.verdict == model::Verdict::unjudged) return;
  bool is_changed = false;
  std::erase_if(result.findings, [&](Finding& finding) {
    const auto text = text_of(finding);
    if (!text || !is_shared(*text)) return false;
    is_changed = true;
    if (finding.severity == model::Severity::error) {
      leave_to_person(finding);
      return false;
    }
    result.unchecked.push_back(
        {finding.check, fmt::format("{}\"{}\"", model::kPlatformText,
                                    util::shortened(finding.evidence, kQuoted))});
    return true;
  });
  if (!is_changed) return;
  sort_out(result, {result.checked.begin(), result.checked.end()});
  const bool is_truncated = result.paper && result.paper->document.truncated;
  result.verdict = sum_up(result.findings, is_truncated);
}

}  // namespace judge
