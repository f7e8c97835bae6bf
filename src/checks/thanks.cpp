#include "checks/thanks.hpp"

#include <algorithm>
#include <cctype>

#include "checks/links.hpp"
#include "checks/squeezed.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Line;
using model::Role;

// Longer ones are rare, and what follows may be another section whose heading was not seen.
constexpr std::size_t kMostBytes = 2000;
// Of a paragraph with such a head; what it thanks for comes first.
constexpr std::size_t kMostBytesAfterHead = 600;
// Of a line before a head: its number.
constexpr std::size_t kMostBytesOfANumber = 4;

bool says_any(const Squeezed& text, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) { return text.find(phrase).has_value(); });
}

bool is_upper(char c) {
  return std::isupper(static_cast<unsigned char>(c)) != 0;
}

// "Acknowledgments. We thank", "Acknowledgments This work": not "Acknowledgment packets are".
bool can_follow_head(std::string_view rest) {
  rest = util::trim(rest);
  return rest.empty() || is_upper(rest.front()) ||
         !std::isalpha(static_cast<unsigned char>(rest[0]));
}

bool begins_with_head(std::string_view text, const std::vector<std::string>& heads) {
  Squeezed squeezed(text);
  return std::any_of(heads.begin(), heads.end(), [&](const std::string& head) {
    auto span = squeezed.find(head);
    return span && span->begin <= kMostBytesOfANumber && is_upper(text[span->begin]) &&
           can_follow_head(text.substr(span->end));
  });
}

}  // namespace

Gratitude read_thanks(std::string_view text, const std::vector<std::string>& thanks,
                      const std::vector<std::string>& omitted) {
  Gratitude found;
  for (std::string_view sentence : sentences(text)) {
    Squeezed squeezed(sentence);
    if (says_any(squeezed, omitted)) {
      found.left_out = true;
      continue;
    }
    found.thanks = found.thanks || says_any(squeezed, thanks);
    found.words += static_cast<int>(count_words(sentence));
  }
  return found;
}

Passage section_text(const model::Measured& measured, int section) {
  Passage whole;
  for (const Passage& passage : passages(measured)) {
    const Line& line = passage.first();
    if (line.section != section || line.role != Role::body || whole.text.size() > kMostBytes)
      continue;
    if (!whole.text.empty()) whole.text += ' ';
    for (Passage::Piece piece : passage.pieces)
      whole.pieces.push_back({piece.offset + whole.text.size(), piece.line});
    whole.text += passage.text;
  }
  return whole;
}

std::vector<Passage> passages_after(const model::Measured& measured,
                                    const std::vector<std::string>& heads) {
  std::vector<Passage> found;
  for (const Passage& passage : passages(measured)) {
    const Line& first = passage.first();
    bool is_heading = first.role == Role::heading;  // a run-in head may be taken for one
    bool can_thank = is_heading || first.role == Role::body || first.role == Role::footnote;
    if (!can_thank || in_references(measured, &first, first.page, first.box).value_or(false))
      continue;
    for (const Passage::Piece& piece : passage.pieces) {
      if (!begins_with_head(piece.line->text, heads)) continue;
      std::string text = passage.text.substr(piece.offset);
      if (is_heading) text += " " + section_text(measured, first.section).text;
      found.push_back({text.substr(0, kMostBytesAfterHead), {{0, piece.line}}});
    }
  }
  return found;
}

}  // namespace checks
