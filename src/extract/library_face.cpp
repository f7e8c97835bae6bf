#include "extract/library_face.hpp"

#include <algorithm>

namespace extract {

LibraryFace::LibraryFace(std::unique_ptr<GfxFont> font, const Dict& dictionary)
    : font_(std::move(font)) {
  is_type3 = font_->getType() == fontType3;
  is_vertical = font_->getWMode() != 0;
  metrics = measure_font(*font_);
  if (!is_type3) return;
  std::copy_n(font_->getFontMatrix(), 6, matrix);
  resources_ = dictionary.lookupNF("Resources").copy();
}

LibraryFace::Kept LibraryFace::ask(const char* bytes, std::size_t left) const {
  const int room = static_cast<int>(std::min<std::size_t>(left, 16));
  CharCode code;
  const Unicode* text = nullptr;
  int length = 0;
  double right = 0, down = 0;
  Kept out;
  const int used = font_->getNextChar(bytes, room, &code, &text, &length, &right, &down,
                                      &out.code.origin_x, &out.code.origin_y);
  out.code.bytes = std::clamp(used, 1, room);
  out.code.advance = is_vertical ? down : right;
  if (text && length > 0) out.text.assign(text, text + length);
  return out;
}

Code LibraryFace::next(const char* bytes, std::size_t left) {
  const auto byte = [bytes](int i) { return static_cast<unsigned char>(bytes[i]); };
  Kept* kept = &last_;
  if (left < 2) {
    last_ = ask(bytes, left);
  } else {
    const unsigned key = byte(0) * 256u + byte(1);
    const auto known = kept_.find(key);
    if (known != kept_.end()) {
      kept = &known->second;
    } else {
      last_ = ask(bytes, left);
      if (last_.code.bytes <= 2) kept = &kept_.emplace(key, last_).first->second;
    }
  }
  Code out = kept->code;
  out.text = kept->text;
  return out;
}

Object LibraryFace::procedure(unsigned char code) {
  return is_type3 ? static_cast<Gfx8BitFont&>(*font_).getCharProcNF(code) : Object(objNull);
}

}  // namespace extract
