#include "checks/templates.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "checks/squeezed.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using Lengths = std::vector<std::size_t>;

// No edition has three digits yet, and the mark of a footnote may stand before two.
constexpr std::pair<std::string_view, std::string_view> kPlaceholders[] = {
    {"year", "(?P<year>(?:19|20)[0-9]{2})"},
    {"ordinal",
     "(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty)?(?:first|second|third|"
     "fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|[a-z]{3,6}teenth|twentieth|"
     "thirtieth|fortieth|fiftieth)"},
    {"number", "[0-9]{1,5}"},
    {"words", "[\\pL]{1,60}?"},
};

// The same words, each list in the order in which the expression tries them.
constexpr std::string_view kEndings[] = {"st", "nd", "rd", "th"};
constexpr std::string_view kTens[] = {"twenty", "thirty", "forty", "fifty"};
constexpr std::string_view kUnits[] = {"first", "second",  "third",  "fourth", "fifth",
                                       "sixth", "seventh", "eighth", "ninth"};
constexpr std::string_view kBeforeTeens[] = {"tenth", "eleventh", "twelfth"};
constexpr std::string_view kTeens = "teenth";
constexpr std::string_view kRound[] = {"twentieth", "thirtieth", "fortieth", "fiftieth"};

std::string literal(std::string_view letters) {
  std::string expression;
  bool after_star = false;
  for (char c : letters) {
    if (c != '*') expression += re2::RE2::QuoteMeta(re2::StringPiece(&c, 1));
    if (c == '*' && !after_star) expression += "\\*{2,}";
    after_star = c == '*';
  }
  return expression;
}

void add_letters(Template& parsed, std::string_view text) {
  std::string letters = starred_letters(text);
  if (letters.empty()) return;
  for (const std::string& run : util::split(letters, '*'))
    if (run.size() > parsed.anchor.size()) parsed.anchor = run;
  parsed.pieces.push_back({std::move(letters)});
}

void add_placeholder(Template& parsed, std::string_view name) {
  auto known = std::find_if(std::begin(kPlaceholders), std::end(kPlaceholders),
                            [&](const auto& placeholder) { return placeholder.first == name; });
  if (known == std::end(kPlaceholders)) {
    parsed.unknown = name;
    return;
  }
  // Trying all lengths of each in turn is only short where there are few.
  constexpr std::ptrdiff_t kMostPlaceholders = 3;
  auto before = std::count_if(parsed.pieces.begin(), parsed.pieces.end(),
                              [](const Piece& piece) { return !piece.placeholder.empty(); });
  if (before >= kMostPlaceholders) parsed.is_plain = false;
  // An expression takes no name twice, and of words in two places it tries fewer ways.
  bool is_twice = std::any_of(parsed.pieces.begin(), parsed.pieces.end(),
                              [&](const Piece& piece) { return piece.placeholder == name; });
  if (name != "number" && is_twice) parsed.is_plain = false;
  parsed.pieces.push_back({"", known->first});
}

std::size_t count_digits(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  while (count < std::min(most, text.size()) && text[count] >= '0' && text[count] <= '9') ++count;
  return count;
}

std::size_t count_letters(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  while (count < std::min(most, text.size()) && text[count] >= 'a' && text[count] <= 'z') ++count;
  return count;
}

template <class Words>
std::size_t length_of_any(const Words& words, std::string_view text) {
  for (std::string_view word : words)
    if (text.starts_with(word)) return word.size();
  return 0;
}

Lengths ordinals_in(std::string_view text) {
  Lengths all;
  auto add = [&](std::size_t before, std::size_t last) {
    if (last > 0) all.push_back(before + last);
  };
  for (std::size_t digits = count_digits(text, 2); digits > 0; --digits)
    add(digits, length_of_any(kEndings, text.substr(digits)));
  if (std::size_t tens = length_of_any(kTens, text))
    add(tens, length_of_any(kUnits, text.substr(tens)));
  add(0, length_of_any(kUnits, text));
  add(0, length_of_any(kBeforeTeens, text));
  for (std::size_t letters = count_letters(text, 6); letters >= 3; --letters)
    if (text.substr(letters).starts_with(kTeens)) add(letters, kTeens.size());
  add(0, length_of_any(kRound, text));
  return all;
}

// Of the letter that a text begins with; 0 where it begins with none. Of any script, as the
// expression knows them.
std::size_t size_of_letter(std::string_view text) {
  static const re2::RE2 kLetter("\\pL");
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return isalpha(first) ? 1 : 0;
  re2::StringPiece found;
  const re2::StringPiece piece(text.data(), text.size());
  return kLetter.Match(piece, 0, text.size(), re2::RE2::ANCHOR_START, &found, 1) ? found.size() : 0;
}

Lengths words_in(std::string_view text) {
  constexpr std::size_t kMostLetters = 60;
  Lengths all;
  std::size_t length = 0;
  while (all.size() < kMostLetters) {
    const std::size_t letter = size_of_letter(text.substr(length));
    if (letter == 0) break;
    all.push_back(length += letter);
  }
  return all;
}

// In which a placeholder may stand at the beginning of a text, as the expression would try them.
Lengths lengths_of(std::string_view placeholder, std::string_view text) {
  if (placeholder == "ordinal") return ordinals_in(text);
  if (placeholder == "words") return words_in(text);
  Lengths all;
  if (placeholder == "year" && count_digits(text, 4) == 4 &&
      (text.starts_with("19") || text.starts_with("20")))
    all.push_back(4);
  if (placeholder == "number")
    for (std::size_t digits = count_digits(text, 5); digits > 0; --digits) all.push_back(digits);
  return all;
}

std::optional<Spelling> spelled_at(const Template& wanted, std::string_view text, std::size_t at,
                                   std::size_t piece) {
  if (piece == wanted.pieces.size()) return Spelling{at, "", ""};
  const auto& [letters, placeholder] = wanted.pieces[piece];
  const std::string_view rest = text.substr(at);
  if (placeholder.empty())
    return rest.starts_with(letters) ? spelled_at(wanted, text, at + letters.size(), piece + 1)
                                     : std::nullopt;
  for (std::size_t length : lengths_of(placeholder, rest)) {
    auto spelling = spelled_at(wanted, text, at + length, piece + 1);
    if (!spelling) continue;
    if (placeholder == "year") spelling->year = rest.substr(0, length);
    if (placeholder == "ordinal") spelling->ordinal = rest.substr(0, length);
    return spelling;
  }
  return std::nullopt;
}

}  // namespace

std::string starred_letters(std::string_view text) {
  std::string letters;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t star = std::min(text.find('*', at), text.size());
    letters += squeezed(text.substr(at, star - at));
    if (star < text.size()) letters += '*';
    at = star + 1;
  }
  return letters;
}

std::string Template::expression() const {
  std::string all;
  for (const Piece& piece : pieces) {
    all += literal(piece.letters);
    for (const auto& [placeholder, expression] : kPlaceholders)
      if (placeholder == piece.placeholder) all += expression;
  }
  return all;
}

Template parse_template(std::string_view text) {
  Template parsed;
  parsed.has_stars = text.find('*') != std::string_view::npos;
  parsed.is_plain = !parsed.has_stars;
  while (!text.empty()) {
    std::size_t open = std::min(text.find('{'), text.size());
    add_letters(parsed, text.substr(0, open));
    std::size_t close = text.find('}', open);
    if (open == text.size() || close == std::string_view::npos) break;
    add_placeholder(parsed, text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
  return parsed;
}

std::optional<Spelling> spelled_at(const Template& wanted, std::string_view text, std::size_t at) {
  return spelled_at(wanted, text, at, 0);
}

}  // namespace checks
