#include "extract/canvas.hpp"

#include <algorithm>
#include <limits>

namespace extract {
namespace {

bool is_outside(const model::Glyph& glyph, const model::Box& box) {
  return glyph.right <= box.left || glyph.left >= box.right || glyph.bottom <= box.top ||
         glyph.top >= box.bottom;
}

}  // namespace

model::Box Canvas::window(const GraphicsState& state) const {
  constexpr double kFar = std::numeric_limits<double>::infinity();
  const model::Box& clip = state.clip;
  if (clip.left > clip.right || clip.top > clip.bottom) return {kFar, kFar, -kFar, -kFar};
  return {std::max(clip.left, 0.0), std::max(clip.top, 0.0),
          std::min(clip.right, page_->size.width), std::min(clip.bottom, page_->size.height)};
}

bool Canvas::add_glyph(const model::Box& window, const model::Box& box, std::u32string_view text,
                       model::Glyph& glyph) {
  if (!budget_.glyphs.take() || !add_text(text, glyph)) return false;
  glyph.left = bounded(box.left);
  glyph.top = bounded(box.top);
  glyph.right = bounded(box.right);
  glyph.bottom = bounded(box.bottom);
  const bool is_unseen = is_outside(glyph, window);
  glyph.off_page = is_unseen && is_outside(glyph, {0, 0, page_->size.width, page_->size.height});
  glyph.clipped = is_unseen && !glyph.off_page;
  glyph.order = order_++;
  page_->glyphs.push_back(glyph);
  return true;
}

bool Canvas::add_text(std::u32string_view text, model::Glyph& glyph) {
  text = text.substr(0, 255);
  if (!budget_.letters.take(text.size())) return false;
  glyph.text = static_cast<std::uint32_t>(page_->text.size());
  glyph.text_length = static_cast<std::uint8_t>(text.size());
  for (const char32_t letter : text) {
    const bool is_scalar = letter < 0xd800 || (letter > 0xdfff && letter <= 0x10ffff);
    page_->text.push_back(is_scalar ? letter : U'\ufffd');
  }
  return true;
}

const model::Ink* Canvas::add_ink(const GraphicsState& state, model::Ink ink) {
  if (is_hidden()) return nullptr;
  const model::Box whole = ink.box;
  ink.box = {std::max(ink.box.left, state.clip.left), std::max(ink.box.top, state.clip.top),
             std::min(ink.box.right, state.clip.right),
             std::min(ink.box.bottom, state.clip.bottom)};
  // Also false where a coordinate is no number.
  if (!(ink.box.left <= ink.box.right && ink.box.top <= ink.box.bottom)) return nullptr;
  if (!budget_.inks.take()) return nullptr;
  ink.in_form = is_in_form();
  ink.masked = state.is_mixed();
  // What is left of little may be a part that is full.
  const bool is_cut = ink.cover == model::Cover::little && !ink.box.contains(whole);
  if (is_cut || !state.is_clip_box) ink.cover = model::Cover::some;
  ink.order = order_++;
  return &page_->inks.emplace_back(ink);
}

void Canvas::add_image(const GraphicsState& state, const model::Ink& ink, model::Image image) {
  const model::Ink* const added = add_ink(state, ink);
  if (!added) return;
  image.box = added->box;
  image.width = std::hypot(state.ctm.a, state.ctm.b);
  image.height = std::hypot(state.ctm.c, state.ctm.d);
  image.in_form = added->in_form;
  image.order = added->order;
  page_->images.push_back(image);
}

}  // namespace extract
