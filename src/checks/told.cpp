#include "checks/told.hpp"

#include <algorithm>

#include "checks/grams.hpp"
#include "checks/main_part.hpp"
#include "checks/passages.hpp"
#include "util/letters.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Role;
using util::Gap;

bool speaks(Role role) {
  return role == Role::footnote || role == Role::author || role == Role::notice ||
         role == Role::margin_note || model::is_running_text(role);
}

bool is_sentence_of(const model::Line& line, const model::Measured& measured) {
  return speaks(line.role) && line.role != Role::reference &&
         class_of(line, measured) != "references";
}

// Those that were broken at the end of a line are whole again.
std::vector<util::SpelledWord> whole_words(std::string_view text) {
  std::vector<util::SpelledWord> all;
  for (util::SpelledWord& word : util::spelled_words(text, util::Spelling::bare)) {
    bool goes_on = !all.empty() && all.back().gap == Gap::hyphen && !word.is_capital;
    if (!goes_on) {
      all.push_back(std::move(word));
      continue;
    }
    all.back().letters += word.letters;
    all.back().end = word.end;
    all.back().gap = word.gap;
  }
  return all;
}

std::vector<Told> put_together(const model::Paper& paper) {
  std::vector<Told> all;
  for (const Passage& passage : passages(paper)) {
    if (!is_sentence_of(passage.first(), paper.measured)) continue;
    for (std::string_view sentence : sentences(passage.text))
      all.push_back(
          {sentence, passage.text,
           &passage.line_at(static_cast<std::size_t>(sentence.data() - passage.text.data())),
           Squeezed(sentence)});
  }
  return all;
}

}  // namespace

const std::vector<Told>& told(const model::Paper& paper) {
  return paper.workings.get<std::vector<Told>>([&] { return put_together(paper); });
}

std::vector<Phrase> heard(const model::Paper& paper, std::vector<Phrase> phrases) {
  struct GramsOfTold : Grams {};
  const Grams& grams = paper.workings.get<GramsOfTold>([&] {
    GramsOfTold all;
    for (const Told& it : told(paper)) all.add(it.letters.text());
    return all;
  });
  std::erase_if(phrases, [&](const Phrase& it) { return !grams.may_have(it.letters); });
  return phrases;
}

bool is_quoted(std::string_view sentence, std::size_t at) {
  std::string_view before = sentence.substr(0, at);
  auto count = [&](std::string_view sign) {
    std::size_t number = 0;
    for (auto i = before.find(sign); i != before.npos; i = before.find(sign, i + sign.size()))
      ++number;
    return number;
  };
  return count("“") > count("”") || count("``") > count("''") || count("\"") % 2 == 1;
}

Span first_said(const Told& told, const std::vector<Phrase>& phrases) {
  const std::string_view sentence = told.sentence;
  Span first{sentence.size(), sentence.size()};
  for (const Phrase& phrase : phrases)
    for (Span span : told.letters.find_all(phrase))
      if (span.begin < first.begin && !is_quoted(sentence, span.begin)) first = span;
  return first;
}

Span first_said(std::string_view sentence, const std::vector<std::string>& phrases) {
  return first_said({sentence, sentence, nullptr, Squeezed(sentence)}, phrases_of(phrases));
}

bool says_any(const Squeezed& letters, const std::vector<Phrase>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const Phrase& phrase) { return letters.find(phrase).has_value(); });
}

// A kind of institution is a name only beside what tells it from others of its kind.
Span named_institution(std::string_view sentence, const std::vector<std::string>& beginnings) {
  auto words = whole_words(sentence);
  auto is_kind = [&](const util::SpelledWord& word) {
    return word.is_capital &&
           std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& it) {
             return word.letters.starts_with(util::spelled(it, util::Spelling::bare));
           });
  };
  auto is_link = [](const util::SpelledWord& word) {
    return !word.is_capital && word.letters.size() <= 3;  // of, the, de, für
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_kind(words[i])) continue;
    // "Nowhere University": a name before it that begins no sentence.
    bool has_name = i > 0 && words[i - 1].gap == Gap::space && words[i - 1].is_capital &&
                    words[i - 1].letters.size() > 1 && (i > 1 || !is_kind(words[0]));
    if (has_name && i == 1 && words[0].letters == "the") has_name = false;
    std::size_t next = i + 1;
    while (next < words.size() && next < i + 4 && is_link(words[next]) &&
           words[next - 1].gap == Gap::space)
      ++next;
    bool has_place = next < words.size() && next > i + 1 && words[next].is_capital &&
                     words[next - 1].gap == Gap::space && words[next].letters.size() > 1;
    if (has_place) return {words[i].begin, words[next].end};
    if (has_name) return {words[i - 1].begin, words[i].end};
  }
  return {sentence.size(), sentence.size()};
}

}  // namespace checks
