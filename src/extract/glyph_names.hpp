// What the codes of a simple font are called, and what these names read as.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace extract {

// Names of the codes 0 to 255, where they have any.
class GlyphNames {
 public:
  void set(int code, const char* name);
  // Null where there is none.
  const char* of(int code) const {
    const auto at = at_[static_cast<unsigned char>(code)];
    return at == 0 ? nullptr : text_.c_str() + at;
  }

 private:
  std::array<std::uint32_t, 256> at_ = {};
  std::string text_ = std::string(1, '\0');
};

enum class BaseEncoding { none, standard, mac_roman, mac_expert, win_ansi };

// The tables of the format, which the library has; `none` has no names.
const GlyphNames& names_of(BaseEncoding encoding);

// The letter of a listed name, else 0.
char32_t letter_of(const char* name, bool is_dingbats);

// What a name reads as that is not listed: "f_i", "a.sc", "uni00410042"; empty for none. Names that
// are numbers ("g21") are left to the library.
std::u32string spell_out(const std::string& name);

// Ligatures of their own code point, which stand for their letters; empty for all else.
std::u32string letters_of_ligature(char32_t letter);

}  // namespace extract
