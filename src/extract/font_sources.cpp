#include "extract/font_sources.hpp"

#include <Dict.h>

#include <algorithm>
#include <cctype>
#include <cstring>

#include "extract/streams.hpp"

namespace extract {
namespace {

constexpr char kTag[] = "F";  // what the resources call a font, which the library wants to know

BaseEncoding base_of(const Object& name) {
  if (name.isName("MacRomanEncoding")) return BaseEncoding::mac_roman;
  if (name.isName("MacExpertEncoding")) return BaseEncoding::mac_expert;
  if (name.isName("WinAnsiEncoding")) return BaseEncoding::win_ansi;
  return BaseEncoding::none;
}

// No number to base 10 nor to base 16, whatever letters the library strips from it.
bool is_word(const char* name) {
  const std::size_t length = std::strlen(name);
  return length > 3 &&
         std::all_of(name, name + length, [](unsigned char c) { return std::isalpha(c) != 0; });
}

void read_differences(Array& list, Encoding& out) {
  int code = 0;
  out.may_be_numbers = true;
  for (int i = 0; i < list.getLength(); ++i) {
    const Object each = list.get(i);
    if (each.isInt()) {
      code = each.getInt();
      out.may_be_numbers = out.may_be_numbers && code <= 5;
    } else if (each.isName()) {
      out.may_be_numbers = out.may_be_numbers && !is_word(each.getName());
      if (code >= 0 && code < 256) out.differences.set(code++, each.getName());
    } else {
      out.may_be_numbers = false;
    }
  }
}

Encoding read_encoding(const Object& entry) {
  Encoding out;
  if (!entry.isDict()) {
    out.base = base_of(entry);
    return out;
  }
  out.base = base_of(entry.dictLookup("BaseEncoding"));
  const Object differences = entry.dictLookup("Differences");
  if (differences.isArray()) read_differences(*differences.getArray(), out);
  return out;
}

}  // namespace

std::shared_ptr<const Encoding> FontSources::encoding(const Object& entry) {
  if (!entry.isRef()) return std::make_shared<Encoding>(read_encoding(entry));
  const auto [known, is_new] = encodings_.try_emplace(entry.getRef());
  if (is_new) known->second = std::make_shared<Encoding>(read_encoding(entry.fetch(&xref_)));
  return known->second;
}

std::shared_ptr<const ToUnicode> FontSources::to_unicode(const Object& entry,
                                                         const Object& stream) {
  if (!entry.isRef()) return nullptr;  // no stream, then
  const auto [known, is_new] = to_unicodes_.try_emplace(entry.getRef());
  if (!is_new) return known->second;
  std::string text;
  if (!append(stream, text)) return nullptr;
  if (auto map = ToUnicode::read(text)) known->second = std::make_shared<ToUnicode>(*map);
  return known->second;
}

const std::string* FontSources::program(Ref id) {
  if (id != program_id_) {
    program_id_ = id;
    program_.clear();
    is_program_whole_ = append(xref_.fetch(id), program_);
  }
  return is_program_whole_ ? &program_ : nullptr;
}

bool FontSources::append(const Object& stream, std::string& out) {
  const std::size_t most = std::min(bytes_left_, limits::kResourceBytes);
  const bool is_whole = append_decoded(stream, most, out);
  bytes_left_ -= out.size();
  return is_whole;
}

bool FontSources::has_room_for(const Object& map) {
  if (!map.isStream()) return true;
  std::string text;
  if (!append(map, text)) return false;
  const std::size_t count = count_mappings(text);
  if (count > mappings_left_) return false;
  mappings_left_ -= count;
  return true;
}

bool FontSources::has_room_for_all(const Object& dictionary) {
  if (!has_room_for(dictionary.dictLookup("ToUnicode"))) return false;
  if (!has_room_for(dictionary.dictLookup("Encoding"))) return false;
  // Of simple fonts the library reads the whole program.
  const Object descriptor = dictionary.dictLookup("FontDescriptor");
  for (const char* key : {"FontFile", "FontFile2", "FontFile3"}) {
    if (!descriptor.isDict()) break;
    const Object program = descriptor.dictLookup(key);
    if (!program.isStream()) continue;
    const std::size_t most = std::min(bytes_left_, limits::kResourceBytes);
    const std::size_t size = decoded_size(program, most);
    if (size > most) return false;
    bytes_left_ -= size;
  }
  return true;
}

std::unique_ptr<GfxFont> FontSources::open(Ref id, const Object& dictionary) {
  const bool is_safe = vetting_.accepts(dictionary);
  const bool is_opened = is_safe && has_room_for_all(dictionary);
  if (!is_opened) {
    was_cut_ = true;
    met_limit_ = met_limit_ || is_safe || vetting_.met_limit();
    return nullptr;
  }
  std::unique_ptr<GfxFont> font = GfxFont::makeFont(&xref_, kTag, id, dictionary.getDict());
  if (font && !font->isOk()) font.reset();
  return font;
}

}  // namespace extract
