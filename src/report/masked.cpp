#include "report/masked.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/known_names.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Account;
using model::Finding;
using model::KnownNames;

// Checks whose evidence may name somebody: groups, and single ones.
constexpr std::array<std::string_view, 6> kNaming = {
    "anonymity/", "supplement/",        "structure/forbidden-section",
    "text/todo",  "file/embedded-file", "batch/"};
// Shorter words of evidence are parts of many others.
constexpr std::size_t kShortestWord = 3;

bool may_name(const Finding& finding) {
  return std::any_of(kNaming.begin(), kNaming.end(),
                     [&](std::string_view check) { return finding.check.starts_with(check); });
}

bool is_part_of_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80);
}

// As far as its first letter tells.
bool begins_name(std::string_view word) {
  return std::isupper(static_cast<unsigned char>(word[0])) || (word[0] & 0x80);
}

// Calls `is_masked` with each run of letters and digits, and masks those for which it says so.
std::string with_words_masked(const std::string& text,
                              const std::function<bool(std::string_view)>& is_masked) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_part_of_word(text[end])) ++end;
    std::string_view word = std::string_view(text).substr(at, end - at);
    if (word.empty())
      out += text[at++];
    else
      out += is_masked(word) ? kMask : std::string(word);
    at += word.size();
  }
  return out;
}

// Two lists of words: of those who are known, and of what findings said about authors. The second
// may hold any word, so it is used only where words are quoted.
class Mask {
 public:
  explicit Mask(const model::Result& result) : known_(result.identities) {
    for (const Finding& finding : result.findings)
      if (may_name(finding)) add_words(finding.evidence);
  }

  // In sentences only what looks like the name.
  void hide_known(std::string& text) const {
    if (known_.empty() || text.empty()) return;
    std::string out;
    std::size_t at = 0;
    for (const model::Mention& mention : known_.find(text, model::Wording::label)) {
      out += text.substr(at, mention.begin - at) + kMask;
      at = mention.end;
    }
    out += text.substr(at);
    text = with_words_masked(out, [&](std::string_view word) {
      return (begins_name(word) && known_.is_part(word)) || known_.account(word) > Account::family;
    });
  }

  // In names of files and what else is quoted, anything that may be one.
  void hide_all(std::string& text) const {
    hide_known(text);
    text = with_words_masked(text, [&](std::string_view word) {
      return known_.is_part(word) || said_.contains(util::fold(word));
    });
  }

  // Evidence goes as a whole, and what is measured loses the words that it shares with it.
  void hide_evidence(Finding& finding) const {
    if (finding.evidence == kMask) return;  // of a stored result that was masked
    std::unordered_set<std::string> words;
    bool is_address = finding.evidence.find_first_of("@/\\") != std::string::npos;
    with_words_masked(finding.evidence, [&](std::string_view word) {
      bool is_name = is_address || begins_name(word);  // "Ada", and not "and"
      if (word.size() > kShortestWord || (word.size() > 1 && is_name))
        words.insert(util::fold(word));
      return false;
    });
    finding.measured = with_words_masked(
        finding.measured, [&](std::string_view word) { return words.contains(util::fold(word)); });
    if (!finding.evidence.empty()) finding.evidence = kMask;
  }

 private:
  // Of evidence: words in capitals, and what addresses consist of.
  void add_words(const std::string& evidence) {
    bool is_address = evidence.find_first_of("@/\\") != std::string::npos;
    with_words_masked(evidence, [&](std::string_view word) {
      if (word.size() >= kShortestWord && (begins_name(word) || is_address) && word != "pdf")
        said_.insert(util::fold(word));
      return false;
    });
  }

  KnownNames known_;
  std::unordered_set<std::string> said_;
};

// Without the evidence that the true one is made of.
void renew_fingerprints(std::vector<Finding>& findings) {
  int number = 0;
  for (Finding& finding : findings)
    if (may_name(finding))
      finding.fingerprint =
          util::sha256(fmt::format("{}\n{}\n{}", finding.check, finding.rule, number++))
              .substr(0, 16);
}

}  // namespace

void mask(model::Result& result) {
  const Mask mask(result);
  for (Finding& finding : result.findings) {
    if (may_name(finding))
      mask.hide_evidence(finding);
    else
      mask.hide_all(finding.evidence);
    for (std::string* text : {&finding.message, &finding.measured, &finding.fix})
      mask.hide_known(*text);
    for (auto* ruling : {&finding.waived, &finding.confirmed}) {
      if (!*ruling) continue;
      mask.hide_known((*ruling)->reason);
      mask.hide_known((*ruling)->by);
    }
  }
  // Folders are often named after people.
  for (Finding& finding : result.findings) finding.source.reset();
  renew_fingerprints(result.findings);
  mask.hide_all(result.file.path);
  mask.hide_all(result.file.id);
  mask.hide_all(result.stopped);
  for (model::Unchecked& it : result.unchecked) mask.hide_known(it.why);
  if (result.paper) {
    for (model::Section& section : result.paper->measured.sections) mask.hide_known(section.title);
    if (auto& failure = result.paper->document.failure) mask.hide_all(failure->message);
    result.paper->measured.lines.clear();
    result.paper->identities = {};
  }
  if (result.sketch) {
    result.sketch->authors.clear();
    std::erase_if(result.sketch->traces, [](const std::string& it) { return it.starts_with('p'); });
  }
  result.survey.reset();
  result.identities = {};
}

}  // namespace report
