// What a CMap's text maps codes to, read as the PDF library reads it.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace extract {

// A ToUnicode CMap over codes of one byte.
class ToUnicode {
 public:
  // None for one that builds on another CMap or maps to CIDs.
  static std::optional<ToUnicode> read(std::string_view text);

  bool has(unsigned char code) const { return is_set_[code]; }
  // Empty where the CMap has a code but leaves its text to the encoding.
  std::u32string_view of(unsigned char code) const;

 private:
  friend class CMapReader;
  void set(std::uint32_t code, std::string_view hex, std::uint32_t offset);

  std::array<char32_t, 256> letters_ = {};
  std::bitset<256> is_set_;
  std::map<unsigned char, std::u32string> strings_;
};

// How many codes the ranges of a CMap span, all in all; the library writes each of them down.
std::size_t count_mappings(std::string_view text);

}  // namespace extract
