#include "learn/prints.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <set>

#include "util/text.hpp"

namespace learn {
namespace {

using model::Role;

constexpr std::size_t kFewestLetters = 8;  // less is a number or a mark
// A sentence of fewer, as "Preprint", may stand in any text.
constexpr std::size_t kFewestOfSentence = 12;
constexpr std::size_t kFewestWords = 3;  // by which a head is known to be of the title
// Left and right pages may have heads of their own, and first pages none.
constexpr double kLeastPages = 0.3;

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// Digits [at, end) of the text.
std::size_t end_of_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// A number of four digits that no point and no sign makes a part of another one.
bool is_year(std::string_view text, std::size_t at, std::size_t end) {
  bool has_century = end - at == 4 && (text.substr(at, 2) == "20" || text.substr(at, 2) == "19");
  bool is_decimal = end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1]);
  bool follows_point = at > 1 && text[at - 1] == '.' && is_digit(text[at - 2]);
  return has_century && !is_decimal && !follows_point;
}

// Behind "39th" or "39 th"; 0 where there is no ordinal.
std::size_t end_of_ordinal(std::string_view text, std::size_t end) {
  std::size_t at = end < text.size() && text[end] == ' ' ? end + 1 : end;
  std::string_view ending = text.substr(std::min(at, text.size()), 2);
  bool is_one = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  bool goes_on = at + 2 < text.size() && std::isalpha(static_cast<unsigned char>(text[at + 2]));
  return is_one && !goes_on ? at + 2 : 0;
}

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// Whether the letter before a full stop stands for a name.
bool is_initial(std::string_view text, std::size_t stop) {
  return stop > 0 && is_letter(text[stop - 1]) && (stop == 1 || !is_letter(text[stop - 2]));
}

// What is too short to be looked for goes with the next one, as "© 2026." does.
std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> all;
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    bool ends =
        text[at] == '.' && text[at + 1] == ' ' &&
        std::isupper(static_cast<unsigned char>(text[at + 2])) != 0 && !is_initial(text, at) &&
        letters_of(std::string_view(text).substr(begin, at - begin)).size() >= kFewestOfSentence;
    if (!ends) continue;
    all.emplace_back(util::trim(std::string_view(text).substr(begin, at - begin)));
    begin = at + 2;
  }
  std::string_view rest = util::trim(std::string_view(text).substr(begin));
  if (rest.ends_with('.')) rest.remove_suffix(1);
  all.emplace_back(rest);
  return all;
}

bool names_stage(const Sample& sample, const std::string& letters) {
  const auto& words = sample.survey.stage_words;
  return std::any_of(words.begin(), words.end(), [&](const model::StageWords& it) {
    std::string known = letters_of(it.words);
    return letters.find(known) != std::string::npos || known.find(letters) != std::string::npos;
  });
}

std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  for (const std::string& word : util::split(text, ' '))
    if (std::string letters = letters_of(word); !letters.empty()) words.insert(letters);
  return words;
}

// The title, a part of it, or a short form of its own words.
bool is_of_title(const std::string& text, const std::string& title) {
  std::string letters = letters_of(text), of_title = letters_of(title);
  if (of_title.empty()) return false;
  if (of_title.find(letters) != std::string::npos || letters.find(of_title) != std::string::npos)
    return true;
  std::set<std::string> words = words_of(text), all = words_of(title);
  return words.size() >= kFewestWords &&
         std::includes(all.begin(), all.end(), words.begin(), words.end());
}

class Collection {
 public:
  void add(const Sample& sample, std::string text, Place place, int pages) {
    std::string letters = letters_of(text);
    bool was_cut = text.ends_with("\u2026");
    bool is_known = std::find(seen_.begin(), seen_.end(), letters) != seen_.end();
    if (letters.size() < kFewestLetters || was_cut || is_known) return;
    if (is_of_title(text, sample.survey.title)) return;
    seen_.push_back(letters);
    Edition edition = edition_of(text);
    bool is_of_style = edition.year > 0 || !edition.ordinal.empty() || names_stage(sample, letters);
    all_.push_back({std::move(text), place, pages, is_of_style});
  }
  std::vector<Print> take() { return std::move(all_); }

 private:
  std::vector<Print> all_;
  std::vector<std::string> seen_;
};

void add_marks(Collection& all, const Sample& sample) {
  std::string notice;
  auto pages = static_cast<double>(sample.survey.pages.size());
  for (const model::PageMark& mark : sample.survey.marks) {
    if (mark.role == Role::notice && mark.first_page == 1) notice += mark.text + ' ';
    bool repeats = mark.pages >= std::max(2.0, kLeastPages * pages) || pages < 2;
    bool is_head = mark.role == Role::running_head || mark.role == Role::margin_note;
    bool is_first = is_head && !repeats && mark.first_page == 1 && mark.pages == 1;
    if (is_head && repeats)
      all.add(sample, mark.text, mark.at_top ? Place::head : Place::foot, mark.pages);
    else if (is_first)
      all.add(sample, mark.text, Place::notice, 1);
  }
  for (const std::string& sentence : sentences(notice)) all.add(sample, sentence, Place::notice, 1);
}

// Pieces [begin, end) of a text between what differs from paper to paper.
std::vector<std::string_view> pieces(std::string_view text) {
  std::vector<std::string_view> all;
  std::size_t begin = 0, at = 0;
  auto cut = [&](std::size_t end) {
    all.push_back(text.substr(begin, at - begin));
    begin = at = end;
  };
  while (at < text.size()) {
    std::size_t end = end_of_digits(text, at);
    // As in "3DV".
    bool is_of_word =
        (at > 0 && is_letter(text[at - 1])) || (end < text.size() && is_letter(text[end]));
    bool stays =
        is_of_word || is_year(text, at, end) || (end - at <= 3 && end_of_ordinal(text, end) > 0);
    if (end > at && !stays)
      cut(end);
    else if (end > at)
      at = end;
    else if (std::string_view("*#{}").find(text[at]) != std::string_view::npos)
      cut(at + 1);
    else
      ++at;
  }
  at = text.size();
  cut(at);
  return all;
}

std::string_view without_marks(std::string_view text) {
  constexpr std::string_view kMarks = " ,;:-(/[";
  while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  while (!text.empty() &&
         std::string_view(" ,;:-)/].").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  return text;
}

std::string with_numbers(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = end_of_digits(text, at);
    out += end > at ? "{number}" : std::string(1, text[at]);
    at = std::max(end, at + 1);
  }
  return out;
}

std::size_t count_letters(std::string_view text) {
  std::string letters = letters_of(text);
  return letters.size() -
         static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(), is_digit));
}

}  // namespace

std::vector<Print> prints_of(const Group& group) {
  Collection all;
  for (const Sample* sample : group.samples) add_marks(all, *sample);
  return all.take();
}

Edition edition_of(std::string_view text) {
  Edition edition;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      edition.text += text[at++];
      continue;
    }
    std::size_t end = end_of_digits(text, at);
    std::string digits(text.substr(at, end - at));
    std::size_t behind = end - at <= 3 ? end_of_ordinal(text, end) : 0;
    if (is_year(text, at, end) &&
        (edition.year == 0 || edition.year == std::atoi(digits.c_str()))) {
      edition.year = std::atoi(digits.c_str());
      edition.text += "{year}";
    } else if (behind > 0 && edition.ordinal.empty()) {
      edition.ordinal = digits + std::string(text.substr(behind - 2, 2));
      edition.text += "{ordinal}";
      end = behind;
    } else {
      edition.text += digits;
    }
    at = end;
  }
  return edition;
}

std::string fixed_part(std::string_view text) {
  std::string_view longest;
  for (std::string_view piece : pieces(text))
    if (count_letters(piece) > count_letters(longest)) longest = piece;
  return count_letters(longest) < kFewestLetters ? "" : std::string(without_marks(longest));
}

std::string edition_template(std::string_view text) {
  for (std::string_view piece : pieces(text)) {
    Edition edition = edition_of(piece);
    bool is_dated = edition.year > 0 || !edition.ordinal.empty();
    if (is_dated && count_letters(piece) >= kFewestLetters)
      return edition_of(without_marks(piece)).text;
  }
  bool has_stars = text.find_first_of("*#{}") != std::string_view::npos;
  Edition edition = edition_of(text);
  bool is_dated = edition.year > 0 || !edition.ordinal.empty();
  bool is_enough = !has_stars && is_dated && count_letters(text) >= kFewestLetters;
  return is_enough ? with_numbers(edition.text) : "";
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (char c : util::fold(text))
    if (std::isalnum(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0x80))
      out += c;
  return out;
}

}  // namespace learn
