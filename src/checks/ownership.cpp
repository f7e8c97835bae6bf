#include "checks/ownership.hpp"

#include <algorithm>

#include "checks/passages.hpp"
#include "checks/squeezed.hpp"

namespace checks {
namespace {

// "We release our code, models and data under a permissive licence at": longer ways from the cue to
// the link pass by other things that may be what is linked.
constexpr std::size_t kMostWordsBetween = 10;

std::string_view last_word(std::string_view text) {
  auto end = text.find_last_not_of(" ([{<:,-\"'.");
  if (end == std::string_view::npos) return {};
  text = text.substr(0, end + 1);
  auto blank = text.find_last_of(' ');
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

bool is_one_of(std::string_view word, const std::vector<std::string>& words) {
  Squeezed letters(word);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& it) { return letters.find(it).has_value(); });
}

}  // namespace

Claim claim(std::string_view before, const Cues& cues) {
  Squeezed text(before);
  std::size_t after_cue = 0;
  for (const std::string& cue : cues.own)
    for (Span span : text.find_all(cue)) after_cue = std::max(after_cue, span.end);
  if (after_cue == 0) return Claim::none;
  std::string_view between = before.substr(after_cue);
  Squeezed rest(between);
  for (const std::string& cue : cues.other)
    if (rest.find(cue)) return Claim::none;
  std::size_t words = count_words(between);
  bool leads_there = words == 0 || is_one_of(last_word(between), cues.leads);
  return leads_there && words <= kMostWordsBetween ? Claim::clear : Claim::unsure;
}

}  // namespace checks
