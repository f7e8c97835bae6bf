#include "extract/faces.hpp"

#include "extract/library_face.hpp"
#include "extract/limits.hpp"
#include "extract/objects.hpp"
#include "extract/simple_face.hpp"

namespace extract {
Faces::Faces(XRef& xref) : xref_(xref), sources_(std::make_unique<FontSources>(xref)) {}

Faces::~Faces() = default;

bool Faces::was_cut() const {
  return is_full_ || sources_->was_cut();
}

bool Faces::met_limit() const {
  return is_full_ || sources_->met_limit();
}

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
  if (auto simple = SimpleFace::load(*sources_, id, dictionary)) return simple;
  std::unique_ptr<GfxFont> font = sources_->open(id, dictionary);
  if (!font) return nullptr;
  return std::make_unique<LibraryFace>(std::move(font), *dictionary.getDict());
}

std::optional<std::uint16_t> Faces::add(Face& face) {
  is_full_ = fonts_.size() >= limits::kFonts;
  if (is_full_) return std::nullopt;
  face.index_ = static_cast<std::uint16_t>(fonts_.size());
  fonts_.push_back(face.describe());
  listed_.push_back(&face);
  return face.index_;
}

std::vector<model::Font> Faces::take_fonts() {
  for (std::size_t i = 0; i < fonts_.size(); ++i) fonts_[i].misread = listed_[i]->misread();
  return std::move(fonts_);
}

}  // namespace extract
