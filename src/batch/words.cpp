#include "batch/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "util/text.hpp"

namespace batch {
namespace {

using Kind = Words::Kind;

bool is_within(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

// Of each byte of ASCII.
constexpr std::array<Kind, 0x80> kKinds = [] {
  std::array<Kind, 0x80> kinds;
  kinds.fill(Kind::gap);
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c & 0x5f] = Kind::letter;
  for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = Kind::digit;
  kinds['-'] = Kind::hyphen;
  return kinds;
}();

Kind kind_of(char32_t c) {
  if (c < 0x80) return kKinds[c];
  if (c == 0x2010 || c == 0x2011) return Kind::hyphen;
  const bool is_punctuation = c < 0xc0 || c == 0xd7 || c == 0xf7 || is_within(c, 0x2000, 0x2bff) ||
                              is_within(c, 0x2e00, 0x303f);
  // Private use, where fonts keep their symbols, and what is no character.
  const bool is_unknown = is_within(c, 0xd800, 0xf8ff) || is_within(c, 0xfff0, 0xffff);
  if (is_punctuation || is_unknown) return Kind::gap;
  const bool is_cjk = is_within(c, 0x3040, 0x30ff) || is_within(c, 0x3400, 0x9fff) ||
                      is_within(c, 0xf900, 0xfaff) || is_within(c, 0x20000, 0x3ffff);
  return is_cjk ? Kind::sign : Kind::letter;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

void Words::add_line(std::string_view line) {
  if (is_ascii(line))
    add_ascii(line);
  else
    add_unicode(line);
  const bool is_broken =
      !line.empty() && (line.back() == '-' || line.ends_with("\u2010")) && letters_ > 0;
  if (!is_broken) end_word();
}

std::vector<std::uint64_t> Words::take() {
  end_word();
  return std::exchange(hashes_, {});
}

void Words::add_ascii(std::string_view text) {
  for (const char c : text) {
    const Kind kind = kKinds[static_cast<std::size_t>(c)];
    if (kind == Kind::letter)
      add(static_cast<char32_t>(c | 0x20));
    else
      add(kind, static_cast<char32_t>(c));
  }
}

// Folded word by word, since of most lines but one is not plain. Blanks at the beginning are none.
void Words::add_unicode(std::string_view text) {
  bool is_begun = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = util::fold(text.substr(at, end - at));
    if (is_begun) end_word();
    is_begun = is_begun || !word.empty();
    if (is_ascii(word))
      add_ascii(word);
    else
      for (const char32_t c : util::to_utf32(word)) add(kind_of(c), c);
    at = end + 1;
  }
}

void Words::add(Kind kind, char32_t c) {
  if (kind == Kind::hyphen) return;
  if (kind == Kind::gap || kind == Kind::sign) end_word();
  if (kind == Kind::gap) return;
  add(c);
  has_digit_ = has_digit_ || kind == Kind::digit;
  if (kind != Kind::sign) return;
  ++letters_;
  end_word();
}

void Words::add(char32_t c) {
  hash_ = (hash_ ^ c) * 0x100000001b3;  // FNV-1a, by letters
  ++letters_;
}

void Words::end_word() {
  if (letters_ > 1 && !has_digit_) hashes_.push_back(mixed(hash_));
  hash_ = kEmpty;
  letters_ = 0;
  has_digit_ = false;
}

}  // namespace batch
