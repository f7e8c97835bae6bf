#include "measure/wording.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "util/text.hpp"

namespace measure {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {
  return is_upper(c) || is_lower(c);
}
bool is_space(char c) {
  return c == ' ';
}

std::string_view skip_spaces(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

// Whether the text begins with a word in lower case, whatever its own case.
bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(),
                    [](char a, char b) { return a == (is_upper(b) ? b - 'A' + 'a' : b); });
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

bool is_roman(std::string_view text) {
  return !text.empty() && text.size() <= 6 &&
         text.find_first_not_of("IVXL") == std::string_view::npos;
}

int roman_value(std::string_view text) {
  auto value = [](char c) {
    switch (c) {
      case 'i':
        return 1;
      case 'v':
        return 5;
      case 'x':
        return 10;
      case 'l':
        return 50;
      default:
        return 0;
    }
  };
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    int here = value(text[i]), next = i + 1 < text.size() ? value(text[i + 1]) : 0;
    if (here == 0) return 0;
    sum += here < next ? -here : here;
  }
  return sum;
}

// The part of a number up to a dot or the end: digits, one capital letter or a roman numeral.
std::string_view take_part(std::string_view text) {
  std::size_t end = 0;
  if (!text.empty() && is_digit(text[0])) {
    while (end < text.size() && end < 3 && is_digit(text[end])) ++end;
    return text.substr(0, end);
  }
  while (end < text.size() && end < 6 && is_upper(text[end])) ++end;
  std::string_view letters = text.substr(0, end);
  if (letters.size() == 1 || is_roman(letters)) return letters;
  return {};
}

}  // namespace

std::string squeezed(std::string_view text) {
  std::string out = util::fold(text);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] == ' ' || out[i] == '-') continue;
    // U+2010 to U+2015, the dashes: E2 80 90 to E2 80 95.
    if (out[i] == '\xe2' && i + 2 < out.size() && out[i + 1] == '\x80' &&
        static_cast<unsigned char>(out[i + 2]) >= 0x90 &&
        static_cast<unsigned char>(out[i + 2]) <= 0x95) {
      i += 2;
      continue;
    }
    out[kept++] = out[i];
  }
  out.resize(kept);
  return out;
}

bool opens_keywords(std::string_view plain) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"keyword", "additionalkeyword", "indexterms", "generalterms", "ccsconcepts",
       "categoriesandsubject", "acmreferenceformat"});
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return plain.starts_with(word); });
}

std::string without_accents(std::string plain) {
  // What U+00E0 to U+00FF, C3 A0 to C3 BF, are without theirs.
  static constexpr std::string_view kLetters = "aaaaaaaceeeeiiiidnooooo/ouuuuyty";
  std::size_t kept = 0;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    auto first = static_cast<unsigned char>(plain[i]);
    unsigned char next = i + 1 < plain.size() ? static_cast<unsigned char>(plain[i + 1]) : 0;
    bool is_accent = (first == 0xcc && next >= 0x80) || (first == 0xcd && next <= 0xaf && next > 0);
    bool is_accented = first == 0xc3 && next >= 0xa0;
    bool is_dotless = first == 0xc4 && next == 0xb1;
    if (is_accented) plain[kept++] = kLetters[next - 0xa0u];
    if (is_dotless) plain[kept++] = 'i';
    if (is_accent || is_accented || is_dotless)
      ++i;
    else
      plain[kept++] = plain[i];
  }
  plain.resize(kept);
  return plain;
}

std::string without_digits(std::string_view text) {
  std::string out;
  for (char c : squeezed(text)) {
    if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80) out.push_back(c);
  }
  return out;
}

Numbering parse_numbering(std::string_view text) {
  Numbering found;
  std::string_view rest = util::trim(text);
  found.rest = rest;
  if (begins_with(rest, "appendix ") || begins_with(rest, "appendices ")) {
    found.says_appendix = true;
    rest = skip_spaces(rest.substr(rest.find(' ')));
  } else if (begins_with(rest, "section ")) {
    rest = skip_spaces(rest.substr(8));
  }
  std::string_view whole = rest;
  for (;;) {
    std::string_view part = take_part(rest);
    if (part.empty()) break;
    std::string_view after = rest.substr(part.size());
    bool ends = after.empty() || !(is_letter(after[0]) || is_digit(after[0]));
    if (!ends && !(is_digit(part[0]) && is_upper(after[0]) && found.depth == 0)) break;
    if (found.depth == 0) {
      found.kind = is_digit(part[0]) ? Numbering::Kind::arabic
                   : is_roman(part)  ? Numbering::Kind::roman
                                     : Numbering::Kind::letter;
    }
    ++found.depth;
    rest = after;
    found.number = whole.substr(0, static_cast<std::size_t>(rest.data() - whole.data()));
    if (rest.size() < 2 || rest[0] != '.' || take_part(rest.substr(1)).empty()) break;
    rest.remove_prefix(1);
  }
  if (found.depth == 0) return found;
  while (!rest.empty() && std::string_view(" .:)|-").find(rest[0]) != std::string_view::npos) {
    rest.remove_prefix(1);
  }
  found.rest = rest;
  return found;
}

std::optional<int> parse_page_number(std::string_view text) {
  text = util::trim(text);
  if (text.size() > 16) return std::nullopt;
  std::string line = lower(text);
  std::string plain;
  for (char c : line) {
    if (is_digit(c) || is_letter(c) || c == ' ' || c == '/' || c == ':') plain.push_back(c);
  }
  std::string_view rest = util::trim(plain);
  if (rest.empty()) return std::nullopt;
  if (rest.starts_with("page")) rest = skip_spaces(rest.substr(4));
  if (auto colon = rest.find(':'); colon != rest.npos) rest = rest.substr(colon + 1);
  std::size_t end = 0;
  while (end < rest.size() && is_digit(rest[end])) ++end;
  std::string_view tail = skip_spaces(rest.substr(end));
  if (end > 0 && end <= 5) {
    if (tail.starts_with("of"))
      tail = skip_spaces(tail.substr(2));
    else if (tail.starts_with("/"))
      tail = skip_spaces(tail.substr(1));
    else if (!tail.empty())
      return std::nullopt;
    if (tail.find_first_not_of("0123456789") != tail.npos) return std::nullopt;
    return std::stoi(std::string(rest.substr(0, end)));
  }
  if (int value = roman_value(rest); value > 0 && rest.size() <= 7) return value;
  return std::nullopt;
}

namespace {

// "(a)", "(iii)", "(12)": at most so many letters or digits stand in the brackets.
constexpr std::size_t kLongestItemNumber = 4;

bool is_item_number(std::string_view text, bool in_brackets) {
  if (text.empty() || text.size() > kLongestItemNumber) return false;
  if (std::all_of(text.begin(), text.end(), is_digit)) return text.size() <= 2;
  if (text.size() == 1) return in_brackets && is_letter(text[0]);
  if (text.size() == 2 && is_digit(text[0]) && is_letter(text[1])) return true;
  return in_brackets && text.find_first_not_of("ivx") == std::string_view::npos;
}

}  // namespace

bool opens_with_bullet(std::string_view text) {
  if (!text.starts_with('\xe2')) return false;
  // Bullets, squares and triangles; dashes, stars and dots may stand in prose.
  for (std::string_view mark : {"\xe2\x80\xa2", "\xe2\x97\xa6", "\xe2\x96\xaa", "\xe2\x96\xa0",
                                "\xe2\x96\xb6", "\xe2\x96\xba", "\xe2\x80\xa3", "\xe2\x97\x8f"}) {
    if (text.starts_with(mark) && text.size() > mark.size()) return true;
  }
  return false;
}

bool opens_item(std::string_view text) {
  if (opens_with_bullet(text)) return true;
  for (std::string_view mark :
       {"\xe2\x80\x93 ", "\xe2\x80\x94 ", "- ", "* ", "\xe2\x88\x97 ", "\xc2\xb7 "}) {
    if (text.starts_with(mark)) return true;
  }
  bool in_brackets = text.starts_with('(');
  if (in_brackets) text.remove_prefix(1);
  std::size_t end = 0;
  while (end < text.size() && end <= kLongestItemNumber &&
         (is_letter(text[end]) || is_digit(text[end])))
    ++end;
  if (end + 1 >= text.size() || text[end + 1] != ' ') return false;
  bool is_dotted = text[end] == '.' && !in_brackets;
  return (is_dotted || text[end] == ')') && is_item_number(text.substr(0, end), !is_dotted);
}

std::optional<CaptionStart> parse_caption(std::string_view text) {
  static constexpr std::array kWords = std::to_array<std::string_view>(
      {"figure", "fig.", "fig", "table", "tab.", "tab", "algorithm", "alg.", "listing", "scheme",
       "box", "extended data figure", "extended data table", "supplementary figure",
       "supplementary table"});
  text = util::trim(text);
  for (std::string_view word : kWords) {
    if (!begins_with(text, word) || text.size() == word.size()) continue;
    std::string_view rest = skip_spaces(text.substr(word.size()));
    // Small caps come out as "F IGURE" and the like; those are squeezed by the caller's font test.
    std::size_t end = 0;
    while (end < rest.size() && end < 8 &&
           (is_digit(rest[end]) || (is_upper(rest[end]) && end < 5) ||
            ((rest[end] == '.' || rest[end] == '-') && end + 1 < rest.size() &&
             is_digit(rest[end + 1])))) {
      ++end;
    }
    std::string_view number = rest.substr(0, end);
    bool has_number = std::any_of(number.begin(), number.end(), is_digit) || is_roman(number);
    if (!has_number) continue;
    std::string_view after = skip_spaces(rest.substr(end));
    bool marked = !after.empty() && (after[0] == ':' || after[0] == '.' || after[0] == '|');
    bool of_program = word.starts_with("alg") || word == "listing";
    return CaptionStart{std::string(number), marked || after.empty(), of_program};
  }
  return std::nullopt;
}

}  // namespace measure
