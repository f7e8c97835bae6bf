#include "util/letters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "util/text.hpp"

namespace util {
namespace {

struct Spelt {
  char32_t letter;
  std::string_view bare, expanded;
};

// What Unicode does not take apart, and what is written with a second letter in German and the
// languages of Scandinavia. In lower case.
constexpr std::array<Spelt, 18> kSpelt = {{
    {U'ä', "a", "ae"},
    {U'ö', "o", "oe"},
    {U'ü', "u", "ue"},
    {U'å', "a", "aa"},
    {U'ø', "o", "oe"},
    {U'æ', "ae", "ae"},
    {U'œ', "oe", "oe"},
    {U'ß', "ss", "ss"},
    {U'ł', "l", "l"},
    {U'đ', "d", "d"},
    {U'ð', "d", "d"},
    {U'þ', "th", "th"},
    {U'ı', "i", "i"},
    {U'ħ', "h", "h"},
    {U'ŧ', "t", "t"},
    {U'ŋ', "n", "n"},
    {U'ə', "e", "e"},
    {U'ĸ', "k", "k"},
}};

constexpr char32_t kDiaeresis = 0x308;

// Fonts of TeX's first encoding paint accents as signs of their own: "M¨uller".
bool is_accent(char32_t c) {
  return std::u32string_view(U"¨´¯¸ˆˇ˘˙˚˛˜˝").find(c) != std::u32string_view::npos ||
         is_combining(c);
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'ʼ' || c == 0xad;  // or a soft hyphen
}

bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'‐' || c == U'‑';
}

std::string decomposed(char32_t c) {
  std::string text;
  append(text, c);
  utf8proc_uint8_t* mapped = nullptr;
  auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                     UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
  auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                             static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (length < 0) return text;
  return {reinterpret_cast<char*>(mapped), static_cast<std::size_t>(length)};
}

// Unicode's blocks from the radicals to the unified ideographs; ligatures lie behind them.
bool is_han_or_kana(char32_t c) {
  return c >= 0x2e80 && c < 0xa000;
}

bool is_letter_of_word(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
  return is_letter(c);
}

// Letter by letter, so that each word knows where it stands in the text.
class WordReader {
 public:
  WordReader(std::string_view text, Spelling spelling) : spelling_(spelling) {
    std::size_t at = 0;
    for (char32_t c : to_utf32(text)) {
      std::size_t size = size_at(text, at);
      take(c, at, at + size);
      at += size;
    }
    end_gap(true);
  }
  std::vector<SpelledWord> words;

 private:
  // Of the letter that to_utf32 reads there.
  static std::size_t size_at(std::string_view text, std::size_t at) {
    utf8proc_int32_t c = -1;
    auto bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    return size > 0 ? static_cast<std::size_t>(size) : 1;
  }

  void take(char32_t c, std::size_t begin, std::size_t end) {
    if (is_accent(c)) {
      take_accent(c);
    } else if (is_letter_of_word(c)) {
      take_letter(c, begin, end);
    } else if (!(is_inside_ && is_apostrophe(c))) {
      is_inside_ = false;
      gap_.push_back(c);
    }
  }

  // The one of Unicode stands behind its letter, the one of fonts before it.
  void take_accent(char32_t c) {
    if (spelling_ == Spelling::bare || words.empty()) return;
    if (c == kDiaeresis && is_inside_) words.back().letters += 'e';
    if (c == U'¨') adds_e_ = true;
  }

  void take_letter(char32_t c, std::size_t begin, std::size_t end) {
    // Behind a Latin name such a sign marks a footnote.
    bool is_sign = is_han_or_kana(c);
    if (!is_inside_ || is_sign != in_signs_) {
      end_gap(false);
      words.push_back({"", begin, end, is_capital(c), true, Gap::none});
      is_inside_ = true;
      in_signs_ = is_sign;
    }
    SpelledWord& word = words.back();
    word.letters += spelled(c, spelling_);
    if (adds_e_) word.letters += 'e';
    adds_e_ = false;
    word.end = end;
    word.is_upper = word.is_upper && is_capital(c);
  }

  void end_gap(bool is_last) {
    if (!words.empty() && !(is_last && gap_.empty())) words.back().gap = kind_of(gap_);
    gap_.clear();
  }

  // Blanks apart: a hyphen at the end of a line is followed by one.
  static Gap kind_of(const std::u32string& gap) {
    std::u32string signs;
    for (char32_t c : gap)
      if (c != U' ' && c != U'\n' && c != U'\t' && c != 0xa0) signs.push_back(c);
    if (signs.empty()) return Gap::space;
    bool is_short = signs.size() == 1;
    if (is_short && is_hyphen(signs[0])) return Gap::hyphen;
    if (is_short && signs[0] == U',') return Gap::comma;
    return signs[0] == U'.' && signs.size() <= 2 ? Gap::dot : Gap::other;  // ".-", ".;"
  }

  Spelling spelling_;
  std::u32string gap_;
  bool is_inside_ = false;
  bool in_signs_ = false;
  bool adds_e_ = false;
};

}  // namespace

std::string spelled(char32_t c, Spelling spelling) {
  if (c < 0x80) {
    char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'z' && c >= 'A' ? std::string(1, lower) : std::string();
  }
  if (!is_letter(c)) return "";
  auto small = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
  for (const Spelt& each : kSpelt)
    if (each.letter == small)
      return std::string(spelling == Spelling::bare ? each.bare : each.expanded);
  return decomposed(c);
}

std::string spelled(std::string_view text, Spelling spelling) {
  std::string out;
  for (const SpelledWord& word : spelled_words(text, spelling)) out += word.letters;
  return out;
}

std::vector<SpelledWord> spelled_words(std::string_view text, Spelling spelling) {
  return WordReader(text, spelling).words;
}

}  // namespace util
