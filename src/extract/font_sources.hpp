// The objects that the fonts of a document share, each read once and within bounds.
#pragma once

#include <GfxFont.h>
#include <Object.h>
#include <XRef.h>

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "extract/cmap_text.hpp"
#include "extract/glyph_names.hpp"
#include "extract/limits.hpp"
#include "extract/vetting.hpp"

namespace extract {

// What a simple font's /Encoding says.
struct Encoding {
  BaseEncoding base = BaseEncoding::none;
  GlyphNames differences;
  bool may_be_numbers = false;  // names such as "g21", all from code 5 at most
};

class FontSources {
 public:
  explicit FontSources(XRef& xref) : xref_(xref), vetting_(xref) {}

  // Of the entry as it stands in the font's dictionary; null where the library has to read it.
  std::shared_ptr<const Encoding> encoding(const Object& entry);
  // `stream` is what the entry leads to.
  std::shared_ptr<const ToUnicode> to_unicode(const Object& entry, const Object& stream);
  // A whole font program, which holds until the next is asked for; null where it is too large.
  const std::string* program(Ref id);

  // A font as the library reads it; null where there is none or where the library would crash on it
  // or drown in it.
  std::unique_ptr<GfxFont> open(Ref id, const Object& dictionary);
  bool was_cut() const { return was_cut_; }
  // Some font is not opened because it is more than is read.
  bool met_limit() const { return met_limit_; }
  XRef& xref() { return xref_; }

 private:
  template <class Value>
  using Known = std::unordered_map<Ref, std::shared_ptr<const Value>>;

  bool append(const Object& stream, std::string& out);
  bool has_room_for_all(const Object& dictionary);
  bool has_room_for(const Object& map);

  XRef& xref_;
  Vetting vetting_;
  Known<Encoding> encodings_;
  Known<ToUnicode> to_unicodes_;
  // A font's program is unpacked when the font is chosen, and often looked into when its first
  // glyph is shown.
  std::string program_;
  Ref program_id_ = Ref::INVALID();
  bool is_program_whole_ = false;
  std::size_t bytes_left_ = limits::kFontBytesDocument;
  std::size_t mappings_left_ = limits::kMappingsDocument;
  bool was_cut_ = false;
  bool met_limit_ = false;
};

}  // namespace extract
