#include "batch/words.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "util/text.hpp"

namespace batch {
namespace {

enum class Kind { letter, digit, sign, hyphen, gap };

bool is_within(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

Kind kind_of_ascii(char32_t c) {
  if (is_within(c, U'a', U'z')) return Kind::letter;
  if (is_within(c, U'0', U'9')) return Kind::digit;
  return c == U'-' ? Kind::hyphen : Kind::gap;
}

Kind kind_of(char32_t c) {
  if (c < 0x80) return kind_of_ascii(c);
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

char32_t lower(char c) {
  const auto letter = static_cast<unsigned char>(c);
  return letter >= 'A' && letter <= 'Z' ? letter + 32u : letter;
}

}  // namespace

void Words::add_line(std::string_view line) {
  if (is_ascii(line)) {
    for (const char c : line) add_letter(lower(c));
  } else {
    for (const char32_t c : util::to_utf32(util::fold(line))) add_letter(c);
  }
  const bool is_broken =
      !line.empty() && (line.back() == '-' || line.ends_with("\u2010")) && letters_ > 0;
  if (!is_broken) end_word();
}

std::vector<std::uint64_t> Words::take() {
  end_word();
  return std::exchange(hashes_, {});
}

void Words::add_letter(char32_t c) {
  const Kind kind = kind_of(c);
  if (kind == Kind::hyphen) return;
  if (kind == Kind::gap || kind == Kind::sign) end_word();
  if (kind == Kind::gap) return;
  hash_ = (hash_ ^ c) * 0x100000001b3;  // FNV-1a, by letters
  has_digit_ = has_digit_ || kind == Kind::digit;
  letters_ += kind == Kind::sign ? 2 : 1;
  if (kind == Kind::sign) end_word();
}

void Words::end_word() {
  if (letters_ > 1 && !has_digit_) hashes_.push_back(mixed(hash_));
  hash_ = kEmpty;
  letters_ = 0;
  has_digit_ = false;
}

}  // namespace batch
