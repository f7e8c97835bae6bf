#include "util/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <numeric>
#include <utility>

#include "util/format.hpp"

namespace util {
namespace {

constexpr char32_t kReplacement = 0xfffd;

bool is_scalar(char32_t c) {
  return c < 0xd800 || (c > 0xdfff && c <= 0x10ffff);
}

// How many of the first bytes are surely of ASCII, at least one where the first is.
std::size_t ascii_at(std::string_view text) {
  std::uint64_t eight = 0;
  std::size_t count = 0;
  for (; count + sizeof eight <= text.size(); count += sizeof eight) {
    std::memcpy(&eight, text.data() + count, sizeof eight);
    if (eight & 0x8080808080808080) break;
  }
  return std::max<std::size_t>(count, 1);
}

// Insertions, deletions, substitutions, and swaps of neighbours, the commonest slip of the fingers.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::size_t substituted = above[j] + (a[i] == b[j] ? 0 : 1);
      row[j + 1] = std::min({substituted, row[j] + 1, above[j + 1] + 1});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
        row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
  }
  return row.back();
}

// What fold() does beyond normalising: runs of white space become one space, none at the ends.
void collapse(std::string& text) {
  std::size_t kept = 0;
  for (char c : text) {
    bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!is_space)
      text[kept++] = c;
    else if (kept > 0 && text[kept - 1] != ' ')
      text[kept++] = ' ';
  }
  if (kept > 0 && text[kept - 1] == ' ') --kept;
  text.resize(kept);
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// Letters at the beginning of a text that are plain, or are not.
std::size_t count_plain(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_ascii) -
                                  text.begin());
}
std::size_t count_others(std::string_view text) {
  return static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_ascii) - text.begin());
}

// Appends the text normalised and case-folded by the Unicode tables.
void append_mapped(std::string& out, std::string_view text) {
  std::string valid = to_utf8(to_utf32(text));
  utf8proc_uint8_t* mapped = nullptr;
  auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(valid.data()),
                             static_cast<utf8proc_ssize_t>(valid.size()), &mapped, options);
  std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (length < 0)
    out += valid;
  else
    out.append(reinterpret_cast<char*>(mapped), static_cast<std::size_t>(length));
}

utf8proc_category_t category(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

}  // namespace

void append(std::string& out, char32_t c) {
  utf8proc_uint8_t bytes[4];
  auto length =
      utf8proc_encode_char(static_cast<utf8proc_int32_t>(is_scalar(c) ? c : kReplacement), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char32_t c : text) {
    if (c < 0x80)
      out.push_back(static_cast<char>(c));
    else
      append(out, c);
  }
  return out;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out(text.size(), 0);
  std::size_t count = 0;
  auto bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    if (bytes[i] < 0x80) {
      out[count++] = bytes[i++];
      continue;
    }
    utf8proc_int32_t c = -1;
    auto length = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &c);
    out[count++] = length > 0 && c >= 0 ? static_cast<char32_t>(c) : kReplacement;
    i += length > 0 ? static_cast<std::size_t>(length) : 1;
  }
  out.resize(count);
  return out;
}

bool is_utf8(std::string_view text) {
  auto bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    if (bytes[i] < 0x80) {
      i += ascii_at(text.substr(i));
      continue;
    }
    utf8proc_int32_t c = -1;
    auto length = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &c);
    if (length <= 0) return false;
    i += static_cast<std::size_t>(length);
  }
  return true;
}

// Most letters are plain, and the Unicode tables take thirty times as long. They are asked for the
// others, each run with the plain letter before it, which an accent may join; no letter joins a
// plain one behind it.
std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::size_t plain = count_plain(text);
    if (plain > 0 && plain < text.size()) --plain;
    out += text.substr(0, plain);
    std::transform(out.end() - static_cast<std::ptrdiff_t>(plain), out.end(),
                   out.end() - static_cast<std::ptrdiff_t>(plain), lower);
    text.remove_prefix(plain);
    std::size_t others = text.empty() ? 0 : 1 + count_others(text.substr(1));
    if (others > 0) append_mapped(out, text.substr(0, others));
    text.remove_prefix(others);
  }
  collapse(out);
  return out;
}

std::string folded_letters(std::string_view text) {
  std::u32string letters;
  for (char32_t c : to_utf32(fold(text)))
    if (is_letter(c)) letters += c;
  return to_utf8(letters);
}

bool contains_folded(std::string_view text, std::string_view words) {
  return fold(text).find(fold(words)) != std::string::npos;
}

bool is_letter(char32_t c) {
  auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_capital(char32_t c) {
  return category(c) == UTF8PROC_CATEGORY_LU;
}

bool is_combining(char32_t c) {
  auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_MN && kind <= UTF8PROC_CATEGORY_ME;
}

bool is_dangerous(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x61c || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
         (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char32_t c : to_utf32(text)) {
    if (c == '\n' || c == '\t' || c == '\r')
      out.push_back(' ');
    else if (is_dangerous(c))
      out += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c));
    else
      append(out, c);
  }
  return out;
}

std::string shortened(std::string_view text, std::size_t letters) {
  std::u32string wide = to_utf32(text);
  if (wide.size() <= letters) return std::string(text);
  wide.resize(letters > 0 ? letters - 1 : 0);
  return to_utf8(wide) + "…";
}

std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for (char32_t c : to_utf32(text)) {
    int wide = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
    columns += static_cast<std::size_t>(std::max(wide, 0));
  }
  return columns;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  auto first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0;;) {
    auto end = text.find(separator, begin);
    parts.emplace_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != parts.data()) out += separator;
    out += part;
  }
  return out;
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  // A third of the letters wrong is still a typing error; more is another word.
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::optional<std::string> found;
  for (const std::string& candidate : candidates) {
    std::size_t found_distance = distance(word, candidate);
    if (found_distance >= best) continue;
    best = found_distance;
    found = candidate;
  }
  return found;
}

}  // namespace util
