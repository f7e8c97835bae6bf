#include "extract/font_program.hpp"

#include <fofi/FoFiType1C.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "extract/matrix.hpp"

namespace extract {
namespace {

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// Big-endian numbers of a CFF's beginning; reading past what is there makes all invalid.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}
  std::size_t number(std::size_t at, std::size_t size) {
    std::size_t out = 0;
    is_valid_ = is_valid_ && size >= 1 && size <= 4 && at + size <= bytes_.size();
    for (std::size_t i = 0; is_valid_ && i < size; ++i) {
      out = out << 8 | static_cast<unsigned char>(bytes_[at + i]);
    }
    return out;
  }
  bool is_valid() const { return is_valid_; }

 private:
  std::string_view bytes_;
  bool is_valid_ = true;
};

// The top dictionary of a font by CIDs begins with three numbers and the operator ROS.
bool is_by_cids(Cursor& cff, std::size_t at, std::size_t end) {
  for (int i = 0; i < 3; ++i) {
    const std::size_t first = cff.number(at++, 1);
    if (first == 0x1c) {
      at += 2;
    } else if (first == 0x1d) {
      at += 4;
    } else if (first >= 0xf7 && first <= 0xfe) {
      at += 1;
    } else if (first < 0x20 || first > 0xf6) {
      return false;
    }
    if (at >= end) return false;
  }
  return at + 1 < end && cff.number(at, 1) == 12 && cff.number(at + 1, 1) == 30;
}

struct Span {
  std::size_t begin = 0, end = 0;
};

// The top dictionary of the first font.
std::optional<Span> find_top(Cursor& cff) {
  std::size_t at = cff.number(2, 1);
  const std::size_t size = cff.number(3, 1);
  if (size < 1 || size > 4) return std::nullopt;
  const std::size_t names = cff.number(at, 2);
  if (names == 0) {
    at += 2;
  } else {
    const std::size_t width = cff.number(at + 2, 1);
    at += 3 + (names + 1) * width + cff.number(at + 3 + names * width, width) - 1;
  }
  const std::size_t count = cff.number(at, 2), width = cff.number(at + 2, 1);
  const std::size_t from = cff.number(at + 3, width), to = cff.number(at + 3 + width, width);
  if (!cff.is_valid() || count < 1 || from < 1 || from > to) return std::nullopt;
  const std::size_t data = at + 3 + (count + 1) * width - 1;
  return Span{data + from, data + to};
}

bool is_simple_cff(std::string_view start) {
  Cursor cff(start);
  const auto top = find_top(cff);
  return top && !is_by_cids(cff, top->begin, top->end) && cff.is_valid();
}

// The next line with its end; "\r\n" is one end. What follows the last end is no line.
std::string_view take_line(std::string_view& left) {
  std::size_t end = left.find_first_of("\r\n");
  if (end == std::string_view::npos) end = left.size();
  if (end < left.size() && left[end] == '\r') ++end;
  if (end < left.size() && left[end] == '\n') ++end;
  const std::string_view out = left.substr(0, end);
  left.remove_prefix(end);
  return out;
}

std::string_view take_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t\r\n"), line.size()));
  const std::string_view out = line.substr(0, line.find_first_of(" \t\r\n"));
  line.remove_prefix(out.size());
  return out;
}

// "dup 65 /A put"; false for what only looks like it.
bool read_entry(std::string_view line, GlyphNames& out) {
  if (take_word(line) != "dup") return false;
  const std::string code(take_word(line)), name(take_word(line));
  if (code.empty() || code.size() > 3 || name.size() < 2 || name[0] != '/') return false;
  if (code.find_first_not_of("0123456789") != std::string::npos) return false;
  if (name.find('/', 1) != std::string::npos || take_word(line) != "put") return false;
  if (!take_word(line).empty()) return false;
  if (std::stoi(code) < 256) out.set(std::stoi(code), name.c_str() + 1);
  return true;
}

std::optional<GlyphNames> read_entries(std::string_view left) {
  GlyphNames out;
  // 256 entries, and room for comments, as the library (22.12) has.
  for (int i = 0; i < 300; ++i) {
    const std::string_view line = take_line(left);
    if (left.empty() || line.size() > 250 || line.find('\0') != std::string_view::npos) break;
    std::string_view words = line;
    const std::string_view first = take_word(words);
    if (starts_with(first, "dup")) {
      if (!read_entry(line, out)) return std::nullopt;
    } else if (take_word(words) == "def") {
      return out;
    }
  }
  return std::nullopt;
}

// A number in decimals, as a CFF has it from `at` on: two digits of four bits a byte.
double read_decimal(Cursor& cff, std::size_t& at) {
  constexpr std::string_view kSigns = "0123456789.EE -";
  std::string out;
  for (bool is_open = true; is_open && cff.is_valid();) {
    const std::size_t pair = cff.number(at++, 1);
    for (const std::size_t sign : {pair >> 4, pair & 15}) {
      is_open = is_open && sign != 15;
      if (is_open) out += kSigns[sign];
      if (is_open && sign == 12) out += '-';
    }
  }
  return std::strtod(out.c_str(), nullptr);
}

// Passes over the operand at `at`, which is that number where it is one in decimals.
double read_operand(Cursor& cff, std::size_t& at) {
  const std::size_t first = cff.number(at++, 1);
  if (first == 0x1e) return read_decimal(cff, at);
  at += first == 0x1c ? 2 : first == 0x1d ? 4 : first >= 0xf7 && first <= 0xfe ? 1 : 0;
  return 0;
}

// A matrix is six numbers in decimals; where it is the usual one it is left out.
std::array<double, 6> read_cff_matrix(std::string_view program) {
  constexpr std::size_t kLastOperator = 21;
  std::array<double, 6> last = {};
  Cursor cff(program);
  const Span top = find_top(cff).value_or(Span{});
  for (std::size_t at = top.begin; at < top.end && cff.is_valid();) {
    const std::size_t first = cff.number(at, 1);
    if (first > kLastOperator) {
      std::rotate(last.begin(), last.begin() + 1, last.end());
      last.back() = read_operand(cff, at);
    } else if (first == 12 && cff.number(at + 1, 1) == 7) {
      return last;
    } else {
      at += first == 12 ? 2 : 1;
    }
  }
  if (top.begin == 0 || !cff.is_valid()) return {};
  return {0.001, 0, 0, 0.001, 0, 0};
}

std::array<double, 6> read_type1_matrix(std::string_view program) {
  std::array<double, 6> out = {};
  // What is not encrypted is shorter.
  program = program.substr(0, 8192);
  program = program.substr(std::min(program.find("/FontMatrix"), program.size()));
  program = program.substr(0, program.find_first_of("]}"));
  std::size_t at = program.find_first_of("[{");
  for (double& each : out) {
    if (at >= program.size()) return {};
    program.remove_prefix(at + 1);
    const std::string words(program);
    char* end = nullptr;
    each = std::strtod(words.c_str(), &end);
    at = static_cast<std::size_t>(end - words.c_str());
  }
  return out;
}

}  // namespace

int read_program_scale(GfxFontType type, std::string_view program) {
  if (type == fontTrueType) return 1000;  // has an em, and no matrix
  const auto m = type == fontType1 ? read_type1_matrix(program) : read_cff_matrix(program);
  return scale_of({m[0], m[1], m[2], m[3], m[4], m[5]});
}

std::optional<GfxFontType> recognise_program(std::string_view start) {
  if (starts_with(start, "%!PS-AdobeFont-1") || starts_with(start, "%!FontType1")) {
    return fontType1;
  }
  const std::string_view four = start.substr(0, 4);
  if (four == std::string_view("\0\1\0\0", 4) || four == "true") return fontTrueType;
  if (starts_with(start, std::string_view("\1\0", 2)) && is_simple_cff(start)) return fontType1C;
  return std::nullopt;
}

std::optional<GlyphNames> read_type1_encoding(std::string_view program) {
  // The library looks for it in the first hundred lines, some of which it counts twice.
  for (int i = 0; i < 90 && !program.empty(); ++i) {
    std::string_view left = program;
    const std::string_view line = take_line(left);
    if (starts_with(line, "/Encoding")) {
      if (starts_with(line, "/Encoding StandardEncoding def")) {
        return names_of(BaseEncoding::standard);
      }
      if (!starts_with(line, "/Encoding 256 array")) return std::nullopt;
      return read_entries(left);
    }
    program = left;
  }
  return std::nullopt;
}

GlyphNames read_cff_encoding(const std::string& program) {
  GlyphNames out = names_of(BaseEncoding::standard);
  const std::unique_ptr<FoFiType1C> font(FoFiType1C::make(
      reinterpret_cast<const unsigned char*>(program.data()), static_cast<int>(program.size())));
  char** const encoding = font ? font->getEncoding() : nullptr;
  for (int code = 0; encoding && code < 256; ++code) {
    if (encoding[code]) out.set(code, encoding[code]);
  }
  return out;
}

}  // namespace extract
