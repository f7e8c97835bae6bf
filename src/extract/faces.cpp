#include "extract/faces.hpp"

#include <GfxFont.h>

#include <algorithm>
#include <string>

#include "extract/limits.hpp"
#include "extract/objects.hpp"

namespace extract {
namespace {

constexpr char kTag[] = "F";  // what the resources call a font, which the library wants to know

// A font as the library reads it.
class LibraryFace final : public Face {
 public:
  explicit LibraryFace(std::unique_ptr<GfxFont> font) : font_(std::move(font)) {
    is_type3 = font_->getType() == fontType3;
    is_vertical = font_->getWMode() != 0;
    metrics = measure_font(*font_);
    if (is_type3) std::copy_n(font_->getFontMatrix(), 6, matrix);
  }

  Code next(const char* bytes, std::size_t left) override {
    CharCode code;
    const Unicode* text = nullptr;
    int length = 0;
    double right = 0, down = 0;
    Code out;
    const int room = static_cast<int>(std::min<std::size_t>(left, 16));
    out.bytes = font_->getNextChar(bytes, room, &code, &text, &length, &right, &down, &out.origin_x,
                                   &out.origin_y);
    out.bytes = std::clamp(out.bytes, 1, room);
    out.advance = is_vertical ? down : right;
    text_.assign(text, text ? text + std::max(length, 0) : text);
    out.text = text_;
    return out;
  }

  Object procedure(unsigned char code) override {
    return is_type3 ? static_cast<Gfx8BitFont&>(*font_).getCharProcNF(code) : Object(objNull);
  }
  Object resources() override { return is_type3 ? resources_.copy() : Object(objNull); }
  void set_resources(Object resources) { resources_ = std::move(resources); }
  model::Font describe() override { return describe_font(*font_); }

 private:
  std::unique_ptr<GfxFont> font_;
  Object resources_;
  std::u32string text_;
};

}  // namespace

Face* Faces::find(const Object& font) {
  if (!font.isRef()) return find_direct(font);
  const auto [known, is_new] = faces_.try_emplace(font.getRef());
  if (is_new) known->second = load(font.getRef(), font.fetch(&xref_));
  return known->second.get();
}

// Text goes back and forth between two fonts or three, so the resources may ask for one often.
Face* Faces::find_direct(const Object& dictionary) {
  if (!dictionary.isDict()) return nullptr;
  if (last_direct_.isDict() && last_direct_.getDict() == dictionary.getDict()) return last_face_;
  const auto [known, is_new] = direct_.try_emplace(key_of(dictionary));
  if (is_new) known->second = load(Ref::INVALID(), dictionary);
  last_direct_ = dictionary.copy();
  return last_face_ = known->second.get();
}

std::unique_ptr<Face> Faces::load(Ref id, const Object& dictionary) {
  if (!dictionary.isDict()) return nullptr;
  if (!vetting_.accepts(dictionary)) {
    was_cut_ = true;
    return nullptr;
  }
  std::unique_ptr<GfxFont> font = GfxFont::makeFont(&xref_, kTag, id, dictionary.getDict());
  if (!font || !font->isOk()) return nullptr;
  auto face = std::make_unique<LibraryFace>(std::move(font));
  face->set_resources(dictionary.getDict()->lookupNF("Resources").copy());
  return face;
}

std::optional<std::uint16_t> Faces::add(Face& face) {
  if (fonts_.size() >= limits::kFonts) return std::nullopt;
  face.index_ = static_cast<std::uint16_t>(fonts_.size());
  fonts_.push_back(face.describe());
  return face.index_;
}

}  // namespace extract
