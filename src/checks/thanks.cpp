#include "checks/thanks.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "checks/main_part.hpp"
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
  const std::string_view start = text.substr(0, kMostBytesOfANumber + 1);
  if (std::none_of(start.begin(), start.end(), is_upper)) return false;
  Squeezed letters(text);
  return std::any_of(heads.begin(), heads.end(), [&](const std::string& head) {
    auto span = letters.find(head);
    return span && span->begin <= kMostBytesOfANumber && is_upper(text[span->begin]) &&
           can_follow_head(text.substr(span->end));
  });
}

// The first of each run of sections of a class, and those with its title again: others after it may
// have the class by standing under its heading alone, as references do whose entries were not
// recognised.
std::set<int> sections_of(const model::Measured& measured, std::string_view class_id) {
  std::set<int> first;
  bool inside = false;
  for (std::size_t i = 0; i < measured.sections.size(); ++i) {
    bool is_class = measured.sections[i].class_id == class_id;
    if (is_class && (!inside || measured.sections[i].title == measured.sections[i - 1].title))
      first.insert(static_cast<int>(i));
    inside = is_class;
  }
  return first;
}

void append(Passage& whole, const Passage& more) {
  if (whole.text.size() >= kMostBytes) return;
  if (!whole.text.empty()) whole.text += ' ';
  for (Passage::Piece piece : more.pieces)
    whole.pieces.push_back({piece.offset + whole.text.size(), piece.line});
  whole.text += more.text.substr(0, kMostBytes - std::min(kMostBytes, whole.text.size()));
}

}  // namespace

Gratitude read_thanks(std::string_view text, const std::vector<std::string>& thanks,
                      const std::vector<std::string>& omitted) {
  Gratitude found;
  for (std::string_view sentence : sentences(text)) {
    Squeezed letters(sentence);
    if (says_any(letters, omitted)) {
      found.left_out = true;
      continue;
    }
    found.thanks = found.thanks || says_any(letters, thanks);
    found.words += static_cast<int>(count_words(sentence));
  }
  return found;
}

std::vector<Passage> section_texts(const model::Paper& paper, std::string_view class_id) {
  std::map<int, Passage> texts;
  std::set<int> wanted = sections_of(paper.measured, class_id);
  if (wanted.empty()) return {};
  for (const Passage& passage : passages(paper)) {
    const Line& line = passage.first();
    if (model::is_running_text(line.role) && wanted.count(line.section) > 0)
      append(texts[line.section], passage);
  }
  std::vector<Passage> all;
  all.reserve(texts.size());
  for (auto& [section, text] : texts) all.push_back(std::move(text));
  return all;
}

std::vector<Passage> passages_after(const model::Paper& paper,
                                    const std::vector<std::string>& heads) {
  std::vector<Passage> found;
  const std::vector<Passage>& all = passages(paper);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Line& first = all[i].first();
    bool is_heading = first.role == Role::heading;  // a run-in head may be taken for one
    bool can_thank =
        is_heading || model::is_running_text(first.role) || first.role == Role::footnote;
    if (!can_thank || class_of(first, paper.measured) == "references") continue;
    for (const Passage::Piece& piece : all[i].pieces) {
      if (!begins_with_head(piece.line->text, heads)) continue;
      std::string text = all[i].text.substr(piece.offset, kMostBytesAfterHead);
      bool is_text_next = i + 1 < all.size() && model::is_running_text(all[i + 1].first().role);
      if (is_heading && is_text_next) text += " " + all[i + 1].text.substr(0, kMostBytesAfterHead);
      found.push_back({std::move(text), {{0, piece.line}}});
    }
  }
  return found;
}

std::optional<Funding> find_funding(const model::Paper& paper, std::string_view class_id,
                                    const std::vector<std::string>& thanks,
                                    const std::vector<std::string>& omitted,
                                    const Patterns& grants) {
  const std::vector<Phrase> thanked = heard(paper, phrases_of(thanks));
  const std::vector<Phrase> left_out = heard(paper, phrases_of(omitted));
  std::optional<Funding> later;
  for (const Told& it : told(paper)) {
    if (class_of(*it.line, paper.measured) == class_id) continue;
    Span said = first_said(it, thanked);
    if (said.begin == said.end || says_any(it.letters, left_out)) continue;
    bool is_note = it.line->role == Role::footnote;
    if ((is_note && it.line->page == 1) || grants.match(it.sentence)) return Funding{it};
    if (is_note && !later) later = Funding{it, model::Confidence::possible};
  }
  return later;
}

}  // namespace checks
