#include "learn/prints.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "util/text.hpp"

namespace learn {
namespace {

using model::Role;

constexpr std::size_t kFewestLetters = 8;  // less is a number or a mark
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

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> all;
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    bool ends = text[at] == '.' && text[at + 1] == ' ' &&
                std::isupper(static_cast<unsigned char>(text[at + 2])) != 0;
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
    return letters.find(letters_of(it.words)) != std::string::npos;
  });
}

class Collection {
 public:
  void add(const Sample& sample, std::string text, Place place, int pages) {
    std::string letters = letters_of(text);
    std::string title = letters_of(sample.survey.title);
    bool was_cut = text.ends_with("\u2026");
    bool is_title = !title.empty() && (title.find(letters) != std::string::npos ||
                                       letters.find(title) != std::string::npos);
    bool is_known = std::find(seen_.begin(), seen_.end(), letters) != seen_.end();
    if (letters.size() < kFewestLetters || was_cut || is_title || is_known) return;
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
    if (is_head && repeats)
      all.add(sample, mark.text, mark.at_top ? Place::head : Place::foot, mark.pages);
  }
  for (const std::string& sentence : sentences(notice)) all.add(sample, sentence, Place::notice, 1);
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

std::string letters_of(std::string_view text) {
  std::string out;
  for (char c : util::fold(text))
    if (std::isalnum(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0x80))
      out += c;
  return out;
}

}  // namespace learn
