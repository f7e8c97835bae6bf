#include "extract/simple_face.hpp"

#include <Dict.h>

#include <algorithm>
#include <bitset>
#include <cmath>
#include <cstring>

#include "extract/font_program.hpp"
#include "extract/library_face.hpp"
#include "extract/streams.hpp"
#include "extract/text_string.hpp"

namespace extract {
namespace {

constexpr std::size_t kProgramStart = 600;  // bytes that show what a program is

GfxFontType declared_type(const Object& subtype) {
  if (subtype.isName("Type1") || subtype.isName("MMType1")) return fontType1;
  if (subtype.isName("TrueType")) return fontTrueType;
  return subtype.isName("Type3") ? fontType3 : fontUnknownType;
}

// Names for which the library has figures of its own where the font gives none.
bool is_built_in(std::string name) {
  name.erase(std::remove(name.begin(), name.end(), ' '), name.end());
  for (const char* start : {"Arial", "Courier", "Helvetica", "Symbol", "Times", "ZapfDingbats"}) {
    if (name.rfind(start, 0) == 0) return true;
  }
  return false;
}

// As the library (22.12) mends what descriptors say.
std::optional<double> mended(const Object& entry) {
  if (!entry.isNum()) return std::nullopt;
  const double value = std::fabs(0.001 * entry.getNum());
  return value != 0 && value < 3 ? std::optional<double>(value) : std::nullopt;
}

// Letters and digits of ASCII in one case, as small capitals and old figures are; else 0.
char plain(char32_t letter) {
  if (letter >= 'A' && letter <= 'Z') return static_cast<char>(letter - 'A' + 'a');
  const bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
  return is_plain ? static_cast<char>(letter) : '\0';
}

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

}  // namespace

std::unique_ptr<SimpleFace> SimpleFace::load(FontSources& sources, Ref id,
                                             const Object& dictionary) {
  std::unique_ptr<SimpleFace> out(new SimpleFace(sources, id, dictionary));
  const Dict& font = *dictionary.getDict();
  if (!out->read_type() || !out->read_metrics() || !out->read_widths()) return nullptr;
  out->encoding_ = sources.encoding(font.lookupNF("Encoding"));
  const Object to_unicode = font.lookup("ToUnicode");
  const bool has_to_unicode = to_unicode.isStream();
  if (has_to_unicode) {
    out->to_unicode_ = sources.to_unicode(font.lookupNF("ToUnicode"), to_unicode);
    if (!out->to_unicode_) return nullptr;
  }
  out->description_.to_unicode = has_to_unicode;
  out->describe_self(font.lookup("BaseFont"));
  return out;
}

bool SimpleFace::read_type() {
  const Dict& font = *dictionary_.getDict();
  type_ = declared_type(font.lookup("Subtype"));
  if (type_ == fontUnknownType || font.hasKey("DescendantFonts")) return false;
  is_type3 = type_ == fontType3;
  descriptor_ = font.lookup("FontDescriptor");
  if (is_type3) return !font.hasKey("BaseFont") && !descriptor_.isDict() && read_box();
  return descriptor_.isDict() && read_program_type();
}

bool SimpleFace::read_program_type() {
  for (const char* key : {"FontFile", "FontFile2", "FontFile3"}) {
    const Object& entry = descriptor_.dictLookupNF(key);
    if (!entry.isRef()) continue;
    program_ = entry.getRef();
    // All of it, though its start would do: damage shows at its end.
    const std::string* const whole = sources_.program(program_);
    const std::string start =
        whole ? std::string() : decoded_start(sources_.xref().fetch(program_), kProgramStart);
    const std::string_view seen = whole ? *whole : start;
    const auto shown = recognise_program(seen.substr(0, kProgramStart));
    if (!shown) return false;
    type_ = *shown;
    description_.scale = read_program_scale(type_, seen);
    return true;
  }
  return false;
}

// The box and matrix of a Type 3 font, both whole.
bool SimpleFace::read_box() {
  const Object box = dictionary_.dictLookup("FontBBox"), map = dictionary_.dictLookup("FontMatrix");
  if (!box.isArray() || box.arrayGetLength() < 4 || !map.isArray() || map.arrayGetLength() < 6) {
    return false;
  }
  double sides[4];
  for (int i = 0; i < 6; ++i) {
    const Object number = map.arrayGet(i), side = box.arrayGet(std::min(i, 3));
    if (!number.isNum() || !side.isNum()) return false;
    matrix[i] = number.getNum();
    sides[std::min(i, 3)] = side.getNum();
  }
  metrics = measure_type3(matrix, sides);
  return true;
}

bool SimpleFace::read_metrics() {
  if (is_type3) return true;
  const auto ascent = mended(descriptor_.dictLookup("Ascent"));
  const auto descent = mended(descriptor_.dictLookup("Descent"));
  const Object name = dictionary_.dictLookup("BaseFont");
  if ((!ascent || !descent) && name.isName() && is_built_in(name.getName())) return false;
  metrics = measure_text_font(ascent.value_or(0.95), -descent.value_or(0.35));
  return true;
}

bool SimpleFace::read_widths() {
  const Object widths = dictionary_.dictLookup("Widths");
  if (!widths.isArray()) return false;
  const auto code_in = [this](const char* key, int fallback) {
    const Object entry = dictionary_.dictLookup(key);
    const int code = entry.isInt() ? entry.getInt() : fallback;
    return code < 0 || code > 255 ? fallback : code;
  };
  const int first = code_in("FirstChar", 0);
  const int last = std::min(code_in("LastChar", 255), first + widths.arrayGetLength() - 1);
  const Object missing = descriptor_.isDict() ? descriptor_.dictLookup("MissingWidth") : Object();
  for (Slot& each : slots_) each.advance = missing.isNum() ? missing.getNum() * 0.001 : 0;
  const double unit = is_type3 ? matrix[0] : 0.001;
  for (int code = first; code <= last; ++code) {
    const Object width = widths.arrayGet(code - first);
    if (width.isNum()) slots_[static_cast<std::size_t>(code)].advance = width.getNum() * unit;
  }
  return true;
}

void SimpleFace::describe_self(const Object& name) {
  description_.type = font_type_name(type_);
  description_.embedded = true;
  if (!name.isName()) return;
  std::string all = name.getName();
  is_dingbats_ = ends_with(all, "ZapfDingbats");
  const auto capitals =
      std::find_if(all.begin(), all.end(), [](char c) { return c < 'A' || c > 'Z'; }) - all.begin();
  description_.subset = capitals == 6 && all.size() > 7 && all[6] == '+';
  description_.name = clean_utf8(description_.subset ? all.substr(7) : all);
}

void SimpleFace::resolve(unsigned char code) {
  std::optional<std::u32string> text = text_of(code);
  if (!text) text = ask_library(code);
  Slot& slot = slots_[code];
  slot.length = static_cast<std::uint8_t>(std::min<std::size_t>(text->size(), 255));
  slot.text = static_cast<std::uint32_t>(texts_.size());
  slot.is_known = true;
  texts_.append(*text, 0, slot.length);
  const bool is_mapped = to_unicode_ && to_unicode_->has(code) && text->size() == 1;
  if (is_mapped && plain((*text)[0]) != '\0') compare_with_name(code, (*text)[0]);
}

// Names of Type 3 fonts are free. A TrueType font looks its glyphs up by names where it is not
// symbolic and has an encoding.
bool SimpleFace::is_drawn_by_name() const {
  if (type_ != fontTrueType) return !is_type3;
  constexpr int kSymbolic = 1 << 2;
  const Object flags = descriptor_.dictLookup("Flags");
  return encoding_->base != BaseEncoding::none && flags.isInt() &&
         (flags.getInt() & kSymbolic) == 0;
}

void SimpleFace::compare_with_name(unsigned char code, char32_t letter) {
  if (!is_drawn_by_name() || encoding_->may_be_numbers) return;
  if (!encoding_->differences.of(code) && !open_base()) return;
  const char* const name = name_of(code);
  const char32_t drawn = name ? letter_of(name, is_dingbats_) : 0;
  if (plain(drawn) == '\0') return;
  is_misread_ = is_misread_ || plain(drawn) != plain(letter);
  read_.emplace_back(static_cast<char>(letter), static_cast<char>(drawn));
}

// With those that are read right where other glyphs are copied as the same letter.
std::vector<std::pair<std::string, std::string>> SimpleFace::misread() const {
  std::vector<std::pair<std::string, std::string>> out;
  if (!is_misread_) return out;
  std::bitset<128> is_doubtful;
  for (const auto& [copied, drawn] : read_)
    if (plain(copied) != plain(drawn)) is_doubtful[static_cast<std::size_t>(copied)] = true;
  for (const auto& [copied, drawn] : read_) {
    if (is_doubtful[static_cast<std::size_t>(copied)])
      out.emplace_back(std::string(1, copied), std::string(1, drawn));
  }
  return out;
}

// None where the library has to say.
std::optional<std::u32string> SimpleFace::text_of(unsigned char code) {
  if (!to_unicode_ || !to_unicode_->has(code)) return text_by_name(code);
  const std::u32string_view text = to_unicode_->of(code);
  if (!text.empty()) return std::u32string(text);
  // The CMap took back the letter of the encoding, not its letters.
  auto named = text_by_name(code);
  if (named && named->size() < 2) named->clear();
  return named;
}

std::optional<std::u32string> SimpleFace::text_by_name(unsigned char code) {
  if (!encoding_->differences.of(code) && !open_base()) return std::nullopt;
  const char* const name = name_of(code);
  if (const char32_t letter = name ? letter_of(name, is_dingbats_) : 0) {
    std::u32string letters = letters_of_ligature(letter);
    return letters.empty() ? std::u32string{letter} : letters;
  }
  const bool is_named = name && std::strcmp(name, ".notdef") != 0;
  if (is_named) {
    if (encoding_->may_be_numbers) return std::nullopt;
    std::u32string letters = spell_out(name);
    if (letters.size() == 1 && letters[0] == 0) return std::u32string();
    if (!letters.empty()) return letters;
  }
  // The library passes codes on as letters, but only in a font with some name that is not listed.
  const auto passes = is_named ? std::optional<bool>(true) : has_unlisted_name();
  if (!passes) return std::nullopt;
  return *passes && code != 0 ? std::u32string{code} : std::u32string();
}

const char* SimpleFace::name_of(unsigned char code) {
  const char* const name = encoding_->differences.of(code);
  return name ? name : base_ ? base_->of(code) : nullptr;
}

std::optional<bool> SimpleFace::has_unlisted_name() {
  if (has_unlisted_) return has_unlisted_;
  if (!open_base()) return std::nullopt;
  has_unlisted_ = false;
  for (int code = 0; code < 256 && !*has_unlisted_; ++code) {
    const char* const name = name_of(static_cast<unsigned char>(code));
    has_unlisted_ = name && std::strcmp(name, ".notdef") != 0 && letter_of(name, is_dingbats_) == 0;
  }
  return has_unlisted_;
}

bool SimpleFace::open_base() {
  if (base_ || base_is_lost_) return base_ != nullptr;
  if (encoding_->base != BaseEncoding::none) {
    base_ = &names_of(encoding_->base);
  } else if (type_ == fontTrueType) {
    base_ = &names_of(BaseEncoding::win_ansi);
  } else if (is_type3) {
    base_ = &names_of(BaseEncoding::standard);
  } else {
    own_base_ = read_base();
    base_is_lost_ = !own_base_;
    if (own_base_) base_ = &*own_base_;
  }
  return base_ != nullptr;
}

std::optional<GlyphNames> SimpleFace::read_base() {
  const std::string* const program = sources_.program(program_);
  if (!program) return std::nullopt;
  return type_ == fontType1 ? read_type1_encoding(*program) : read_cff_encoding(*program);
}

std::u32string SimpleFace::ask_library(unsigned char code) {
  if (!asked_library_) {
    asked_library_ = true;
    auto font = sources_.open(id_, dictionary_);
    if (font) library_ = std::make_unique<LibraryFace>(std::move(font), *dictionary_.getDict());
  }
  if (!library_) return {};
  const char byte = static_cast<char>(code);
  return std::u32string(library_->next(&byte, 1).text);
}

Object SimpleFace::procedure(unsigned char code) {
  if (!is_type3 || !open_base() || !name_of(code)) return Object(objNull);
  const Object procedures = dictionary_.dictLookup("CharProcs");
  return procedures.isDict() ? procedures.dictLookupNF(name_of(code)).copy() : Object(objNull);
}

Object SimpleFace::resources() {
  return is_type3 ? dictionary_.dictLookupNF("Resources").copy() : Object(objNull);
}

}  // namespace extract
