// A font of one byte a code, read from its dictionary; its program is opened only when a code needs
// it, and the library asked only for what is unusual.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>

#include "extract/faces.hpp"
#include "extract/font_sources.hpp"

namespace extract {

class SimpleFace final : public Face {
 public:
  // Null for a font that the library has to read from the start.
  static std::unique_ptr<SimpleFace> load(FontSources& sources, Ref id, const Object& dictionary);

  Code next(const char* bytes, std::size_t) override {
    const auto byte = static_cast<unsigned char>(*bytes);
    Slot& slot = slots_[byte];
    if (!slot.is_known) resolve(byte);
    return {1, slot.advance, 0, 0, std::u32string_view(texts_).substr(slot.text, slot.length)};
  }
  Object procedure(unsigned char code) override;
  Object resources() override;
  model::Font describe() override { return description_; }
  std::vector<std::pair<std::string, std::string>> misread() const override;
  // Whether the library was asked after all.
  bool asked_library() const { return asked_library_; }

 private:
  struct Slot {
    double advance = 0;
    std::uint32_t text = 0;  // into texts_
    std::uint8_t length = 0;
    bool is_known = false;
  };

  SimpleFace(FontSources& sources, Ref id, const Object& dictionary)
      : sources_(sources), id_(id), dictionary_(dictionary.copy()) {}

  bool read_type();
  bool read_program_type();
  bool read_metrics();
  bool read_box();
  bool read_widths();
  void describe_self(const Object& name);

  void resolve(unsigned char code);
  std::optional<std::u32string> text_of(unsigned char code);
  std::optional<std::u32string> text_by_name(unsigned char code);
  const char* name_of(unsigned char code);
  bool open_base();
  std::optional<GlyphNames> read_base();
  std::optional<bool> has_unlisted_name();
  std::u32string ask_library(unsigned char code);
  bool is_drawn_by_name() const;
  void compare_with_name(unsigned char code, char32_t letter);

  FontSources& sources_;
  Ref id_;
  Object dictionary_;
  Object descriptor_;
  GfxFontType type_ = fontUnknownType;
  Ref program_ = Ref::INVALID();
  model::Font description_;
  bool is_dingbats_ = false;
  std::shared_ptr<const Encoding> encoding_;
  std::shared_ptr<const ToUnicode> to_unicode_;
  std::optional<GlyphNames> own_base_;  // of the program
  const GlyphNames* base_ = nullptr;    // set when first needed
  bool base_is_lost_ = false;           // the library has to say
  std::optional<bool> has_unlisted_;
  std::unique_ptr<Face> library_;
  bool asked_library_ = false;
  std::array<Slot, 256> slots_ = {};
  std::u32string texts_;
  std::vector<std::pair<char, char>> read_;  // letters as copied, and by the names of their glyphs
  bool is_misread_ = false;
};

}  // namespace extract
