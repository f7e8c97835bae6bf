#include "extract/glyph_names.hpp"

#include <GfxFont.h>
#include <GlobalParams.h>
#include <UnicodeTypeTable.h>
#include <goo/gmem.h>

#include <algorithm>
#include <cctype>

namespace extract {
namespace {

// The library shows its tables only through a font that uses them.
GlyphNames read_table(const char* encoding) {
  Object dictionary(new Dict(static_cast<XRef*>(nullptr)));
  dictionary.dictAdd("Type", Object(objName, "Font"));
  dictionary.dictAdd("Subtype", Object(objName, "Type1"));
  dictionary.dictAdd("Encoding", Object(objName, encoding));
  const std::unique_ptr<GfxFont> font =
      GfxFont::makeFont(nullptr, "F", Ref::INVALID(), dictionary.getDict());
  GlyphNames out;
  for (int code = 0; code < 256; ++code) {
    const char* const name = static_cast<Gfx8BitFont&>(*font).getCharName(code);
    if (name) out.set(code, name);
  }
  return out;
}

bool is_hex(const std::string& name, std::size_t from, std::size_t count) {
  if (from + count > name.size()) return false;
  return std::all_of(name.begin() + static_cast<std::ptrdiff_t>(from),
                     name.begin() + static_cast<std::ptrdiff_t>(from + count),
                     [](unsigned char c) { return std::isxdigit(c) != 0; });
}

bool is_scalar(unsigned long number) {
  return number <= 0xd7ff || (number >= 0xe000 && number <= 0x10ffff);
}

constexpr std::size_t kMostLetters = 8;  // of one name, as the library has it

struct Rules {
  bool names = false;      // look the name up
  bool ligatures = false;  // take it apart at "_"
  bool variants = false;   // leave out what follows a "."
};

std::u32string spell(const std::string& name, Rules rules, std::size_t room);

std::u32string spell_parts(const std::string& name, Rules rules, std::size_t room) {
  std::u32string out;
  for (std::size_t from = 0; from <= name.size() && out.size() < room;) {
    const std::size_t end = std::min(name.find('_', from), name.size());
    if (end > from) {
      out += spell(name.substr(from, end - from), {true, false, rules.variants}, room - out.size());
    }
    from = end + 1;
  }
  return out;
}

// "uni" and groups of four digits.
std::u32string spell_groups(const std::string& name, std::size_t room) {
  std::u32string out;
  for (std::size_t at = 3; at < name.size() && out.size() < room; at += 4) {
    if (!is_hex(name, at, 4)) continue;
    const unsigned long number = std::stoul(name.substr(at, 4), nullptr, 16);
    if (is_scalar(number)) out += static_cast<char32_t>(number);
  }
  return out;
}

std::u32string spell(const std::string& name, Rules rules, std::size_t room) {
  const std::size_t dot = rules.variants ? name.find('.') : std::string::npos;
  if (dot == 0) return {};
  if (dot != std::string::npos) {
    return spell(name.substr(0, dot), {true, rules.ligatures, false}, room);
  }
  if (rules.ligatures && name.find('_') != std::string::npos) {
    return spell_parts(name, rules, room);
  }
  if (const char32_t letter = rules.names ? letter_of(name.c_str(), false) : 0) return {letter};
  if (name.size() >= 7 && name.size() % 4 == 3 && name.compare(0, 3, "uni") == 0) {
    return spell_groups(name, room);
  }
  if (name.size() >= 5 && name.size() <= 7 && name[0] == 'u' && is_hex(name, 1, name.size() - 1)) {
    const unsigned long number = std::stoul(name.substr(1), nullptr, 16);
    if (is_scalar(number)) return {static_cast<char32_t>(number)};
  }
  return {};
}

}  // namespace

void GlyphNames::set(int code, const char* name) {
  at_[static_cast<unsigned char>(code)] = static_cast<std::uint32_t>(text_.size());
  text_ += name;
  text_ += '\0';
}

const GlyphNames& names_of(BaseEncoding encoding) {
  static const std::array<GlyphNames, 5> kTables = {
      GlyphNames(), read_table("StandardEncoding"), read_table("MacRomanEncoding"),
      read_table("MacExpertEncoding"), read_table("WinAnsiEncoding")};
  return kTables[static_cast<std::size_t>(encoding)];
}

char32_t letter_of(const char* name, bool is_dingbats) {
  return is_dingbats ? globalParams->mapNameToUnicodeAll(name)
                     : globalParams->mapNameToUnicodeText(name);
}

std::u32string spell_out(const std::string& name) {
  return spell(name, {false, true, true}, kMostLetters);
}

std::u32string letters_of_ligature(char32_t letter) {
  if (letter < 0xfb00 || letter > 0xfb4f) return {};
  const Unicode in = letter;
  int length = 0;
  Unicode* const letters = unicodeNormalizeNFKC(&in, 1, &length, nullptr);
  std::u32string out;
  if (length > 1) out.assign(letters, letters + length);
  gfree(letters);
  return out;
}

}  // namespace extract
