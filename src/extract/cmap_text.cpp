#include "extract/cmap_text.hpp"

#include <algorithm>
#include <cstring>

namespace extract {
namespace {

bool is_space(unsigned char c) {
  return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

bool ends_word(unsigned char c) {
  return is_space(c) || (c != 0 && std::strchr("%()/<>[]{}", c));
}

// A word of PostScript; what goes beyond 255 letters is lost, as with the library (22.12).
struct Token {
  char text[256];
  std::size_t length = 0;

  std::string_view view() const { return {text, length}; }
  bool is(std::string_view other) const { return view() == other; }
  bool is_hex() const { return text[0] == '<' && text[length - 1] == '>'; }
  std::string_view hex() const { return view().substr(1, length < 2 ? 0 : length - 2); }
  void add(char c) {
    if (length < sizeof text - 1) text[length++] = c;
  }
};

class Tokens {
 public:
  // The library takes the text for a string of C.
  explicit Tokens(std::string_view text) : left_(text.substr(0, text.find('\0'))) {}

  bool next(Token& out) {
    skip_space();
    out.length = 0;
    if (left_.empty()) return false;
    const char first = take();
    out.add(first);
    if (first == '(') {
      read_string(out);
    } else if (first == '<') {
      read_hex(out);
    } else if (first != '[' && first != ']') {
      while (!left_.empty() && !ends_word(static_cast<unsigned char>(left_[0]))) out.add(take());
    }
    return true;
  }

 private:
  char take() {
    const char out = left_[0];
    left_.remove_prefix(1);
    return out;
  }
  void skip_space() {
    bool in_comment = false;
    while (!left_.empty()) {
      const char c = left_[0];
      if (in_comment) {
        in_comment = c != '\n' && c != '\r';
      } else if (c == '%') {
        in_comment = true;
      } else if (!is_space(static_cast<unsigned char>(c))) {
        return;
      }
      left_.remove_prefix(1);
    }
  }
  void read_string(Token& out) {
    bool is_escaped = false;
    while (!left_.empty()) {
      const char c = take();
      out.add(c);
      if (!is_escaped && c == ')') return;
      is_escaped = c == '\\';
    }
  }
  void read_hex(Token& out) {
    while (!left_.empty()) {
      const char c = take();
      if (!is_space(static_cast<unsigned char>(c))) out.add(c);
      if (c == '>') return;
    }
  }

  std::string_view left_;
};

std::optional<std::uint32_t> parse_hex(std::string_view digits) {
  std::uint32_t out = 0;
  for (const char c : digits) {
    int digit = -1;
    if (c >= '0' && c <= '9') digit = c - '0';
    if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    if (c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    if (digit < 0) return std::nullopt;
    out = out << 4 | static_cast<std::uint32_t>(digit);
  }
  return out;
}

char32_t checked(char32_t letter) {
  const bool is_valid = letter < 0x110000 && (letter & 0xfffff800) != 0xd800 &&
                        (letter < 0xfdd0 || letter > 0xfdef) && (letter & 0xfffe) != 0xfffe;
  return is_valid ? letter : U'\ufffd';
}

std::u32string from_utf16(const std::u32string& units) {
  std::u32string out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char32_t unit = units[i];
    const bool is_high = unit >= 0xd800 && unit < 0xdc00;
    if (is_high && i + 1 < units.size() && units[i + 1] >= 0xdc00 && units[i + 1] < 0xe000) {
      out += checked((((unit & 0x3ff) << 10) | (units[++i] & 0x3ff)) + 0x10000);
    } else {
      out += checked(unit);  // half a pair is none
    }
  }
  return out;
}

constexpr std::uint32_t kMostCode = 0xffff;

}  // namespace

void ToUnicode::set(std::uint32_t code, std::string_view hex, std::uint32_t offset) {
  if (code > 255) return;
  const auto at = static_cast<unsigned char>(code);
  if (hex.size() <= 4) {
    const auto letter = parse_hex(hex);
    if (!letter) return;
    letters_[at] = checked(*letter + offset);
    is_set_[at] = true;
    return;
  }
  letters_[at] = 0;
  is_set_[at] = true;
  std::u32string units;
  for (std::size_t i = 0; i + 4 <= hex.size(); i += 4) {
    const auto unit = parse_hex(hex.substr(i, 4));
    if (!unit) return;
    units += static_cast<char32_t>(*unit);
  }
  units.back() += offset;
  strings_[at] = from_utf16(units);
}

std::u32string_view ToUnicode::of(unsigned char code) const {
  if (letters_[code] != 0) return {&letters_[code], 1};
  const auto found = strings_.find(code);
  return found == strings_.end() ? std::u32string_view() : found->second;
}

// Follows the library step by step, as what is wrong in a CMap decides what it makes of the rest.
class CMapReader {
 public:
  CMapReader(std::string_view text, ToUnicode& out) : tokens_(text), out_(out) {}

  bool read() {
    Token before, token;
    tokens_.next(before);
    while (tokens_.next(token)) {
      if (token.is("beginbfchar")) {
        read_chars();
      } else if (token.is("beginbfrange")) {
        read_ranges();
      } else if (token.is("usecmap") || token.is("begincidchar") || token.is("begincidrange")) {
        return false;
      } else {
        continue;
      }
      tokens_.next(before);
    }
    return true;
  }

 private:
  void read_chars() {
    Token code, text;
    while (tokens_.next(code) && !code.is("endbfchar")) {
      if (!tokens_.next(text) || text.is("endbfchar")) return;
      if (!code.is_hex() || !text.is_hex()) continue;
      if (const auto number = parse_hex(code.hex())) out_.set(*number, text.hex(), 0);
    }
  }

  void read_ranges() {
    Token first, last, text;
    while (tokens_.next(first) && !first.is("endbfrange")) {
      if (!tokens_.next(last) || last.is("endbfrange")) return;
      if (!tokens_.next(text) || text.is("endbfrange")) return;
      if (!first.is_hex() || !last.is_hex()) continue;
      const auto from = parse_hex(first.hex()), to = parse_hex(last.hex());
      if (!from || !to) continue;
      read_range(std::min(*from, kMostCode), std::min(*to, kMostCode), text);
    }
  }

  void read_range(std::uint32_t from, std::uint32_t to, const Token& text) {
    if (text.is("[")) {
      Token each;
      for (std::uint32_t i = 0; tokens_.next(each) && from + i <= to && !each.is("]"); ++i) {
        if (each.is_hex()) out_.set(from + i, each.hex(), 0);
      }
    } else if (text.is_hex()) {
      for (std::uint32_t code = from; code <= std::min(to, 255u); ++code) {
        out_.set(code, text.hex(), code - from);
      }
    }
  }

  Tokens tokens_;
  ToUnicode& out_;
};

std::optional<ToUnicode> ToUnicode::read(std::string_view text) {
  ToUnicode out;
  if (!CMapReader(text, out).read()) return std::nullopt;
  return out;
}

namespace {

void count_range(const Token& first, const Token& last, std::size_t& count) {
  const auto from = parse_hex(first.hex()), to = parse_hex(last.hex());
  if (from && to && *from <= *to) count += std::size_t{*to} - *from + 1;
}

}  // namespace

std::size_t count_mappings(std::string_view text) {
  Tokens tokens(text);
  Token token, first, last;
  std::size_t count = 0;
  while (tokens.next(token)) {
    ++count;
    if (!token.is("beginbfrange") && !token.is("begincidrange")) continue;
    const std::string end = "end" + std::string(token.view().substr(5));
    while (tokens.next(first) && !first.is(end) && tokens.next(last) && !last.is(end) &&
           tokens.next(token) && !token.is(end)) {
      count_range(first, last, count);
      while (token.is("[") && tokens.next(last) && !last.is("]")) ++count;
    }
  }
  return count;
}

}  // namespace extract
