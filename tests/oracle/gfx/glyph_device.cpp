#include "oracle/gfx/glyph_device.hpp"

#include <algorithm>
#include <cmath>

namespace oracle {
namespace {

float bounded(double value) {
  if (!std::isfinite(value)) return 0;
  return static_cast<float>(std::clamp(value, -limits::kFarthest, limits::kFarthest));
}

// By the direction in which the text runs, three degrees to either side; y grows down.
model::Turn turn_of(double x, double y) {
  const double least = std::min(std::fabs(x), std::fabs(y));
  if (least > 0.05 * std::max(std::fabs(x), std::fabs(y))) return model::Turn::askew;
  if (std::fabs(x) >= std::fabs(y)) return x >= 0 ? model::Turn::none : model::Turn::over;
  return y < 0 ? model::Turn::left : model::Turn::right;
}

// How much wider than high, in thousandths: the part of a glyph's height that leans does not count.
std::uint16_t scale_of(double along_x, double along_y, double up_x, double up_y) {
  const double width = std::hypot(along_x, along_y);
  const double height = std::fabs(up_y * along_x - up_x * along_y) / width;
  const double scale = 1000 * width / height;
  if (!(width > 0 && height > 0 && scale > 0)) return 0;
  return static_cast<std::uint16_t>(std::lround(std::min(scale, 65535.0)));
}

// What follows a glyph besides its width, along the writing direction, in text space.
double spacing_after(const GfxState& state, bool is_space) {
  return state.getCharSpace() + (is_space ? state.getWordSpace() : 0);
}

bool is_outside(const model::Glyph& glyph, const model::Box& box) {
  return glyph.right <= box.left || glyph.left >= box.right || glyph.bottom <= box.top ||
         glyph.top >= box.bottom;
}

}  // namespace

void GlyphDevice::start(model::Page& page) {
  InkDevice::start(page);
  font_is_stale_ = true;
  font_.reset();
  font_index_.reset();
}

void GlyphDevice::restoreState(GfxState* state) {
  InkDevice::restoreState(state);
  font_is_stale_ = true;
}

bool GlyphDevice::find_font(const GfxState& state) {
  if (font_is_stale_) {
    font_is_stale_ = false;
    const auto& font = const_cast<GfxState&>(state).getFont();
    if (font != font_) {
      font_ = font;
      font_index_ = font_ ? fonts_.find_or_add(*font_) : std::nullopt;
    }
  }
  return font_index_.has_value();
}

void GlyphDevice::beginString(GfxState* state, const GooString* string) {
  string_ = string;
  string_was_drawn_ = false;
  string_mode_ = state->getRender();
  string_x_ = state->getCurX();
  string_y_ = state->getCurY();
}

void GlyphDevice::endString(GfxState* state) {
  if (string_ && !string_was_drawn_ && string_->getLength() > 0) show_hidden(*state);
  string_ = nullptr;
}

void GlyphDevice::drawChar(GfxState* state, double x, double y, double dx, double dy,
                           double origin_x, double origin_y, CharCode code, int bytes,
                           const Unicode* text, int length) {
  string_was_drawn_ = true;
  const bool is_space = bytes == 1 && code == ' ';
  add_glyph(*state, {x - origin_x, y - origin_y, dx, dy, spacing_after(*state, is_space), text,
                     length, nesting().is_hidden()});
}

// Steps through the string as the interpreter does for visible text.
void GlyphDevice::show_hidden(GfxState& state) {
  if (!find_font(state)) return;
  const bool vertical = font_->getWMode() != 0;
  double rise_x, rise_y;
  state.textTransformDelta(0, state.getRise(), &rise_x, &rise_y);
  double x = string_x_ + rise_x, y = string_y_ + rise_y;
  const char* at = string_->c_str();
  for (int left = string_->getLength(); left > 0;) {
    CharCode code;
    Shown shown;
    double width, height, origin_x, origin_y;
    const int used = font_->getNextChar(at, left, &code, &shown.text, &shown.length, &width,
                                        &height, &origin_x, &origin_y);
    if (used <= 0) return;
    const double size = state.getFontSize();
    shown.spacing = spacing_after(state, used == 1 && *at == ' ');
    const double along = vertical ? 0 : (width * size + shown.spacing) * state.getHorizScaling();
    const double down = vertical ? height * size + shown.spacing : height * size;
    state.textTransformDelta(along, down, &shown.dx, &shown.dy);
    state.textTransformDelta(origin_x * size, origin_y * size, &origin_x, &origin_y);
    shown.x = x - origin_x;
    shown.y = y - origin_y;
    shown.is_hidden = true;
    add_glyph(state, shown);
    x += shown.dx;
    y += shown.dy;
    at += used;
    left -= used;
  }
}

void GlyphDevice::add_glyph(const GfxState& state, const Shown& shown) {
  if (nesting().is_muted() || !find_font(state)) return;
  if (!budget().glyphs.take()) return;
  model::Glyph glyph;
  glyph.font = *font_index_;
  if (!add_text(shown, glyph)) return;
  place(state, shown, glyph);
  paint(state, glyph);
  model::Box clip;
  state.getClipBBox(&clip.left, &clip.top, &clip.right, &clip.bottom);
  glyph.off_page = is_outside(glyph, {0, 0, page().size.width, page().size.height});
  glyph.clipped = !glyph.off_page && is_outside(glyph, clip);
  glyph.hidden_layer = shown.is_hidden;
  glyph.in_form = nesting().is_in_form();
  glyph.order = next_order();
  fonts_.count(glyph.font, glyph.in_form);
  page().glyphs.push_back(glyph);
}

void GlyphDevice::place(const GfxState& state, const Shown& shown, model::Glyph& glyph) const {
  const FontMetrics& metrics = fonts_.metrics(glyph.font);
  double along_x, along_y, up_x, up_y;  // an em along the text and an em up, on the page
  state.getFontTransMat(&along_x, &along_y, &up_x, &up_y);
  up_x *= metrics.em;
  up_y *= metrics.em;
  double x, y, dx, dy, spacing_x, spacing_y;
  state.transform(shown.x, shown.y, &x, &y);
  if (font_->getWMode() != 0) {
    // The advance runs down the column; the glyph is taken to be as wide as an em.
    dx = along_x;
    dy = along_y;
  } else {
    state.textTransformDelta(shown.spacing * state.getHorizScaling(), 0, &spacing_x, &spacing_y);
    state.transformDelta(shown.dx - spacing_x, shown.dy - spacing_y, &dx, &dy);
  }
  const auto [top_x, bottom_x] = std::minmax({up_x * metrics.ascent, up_x * metrics.descent});
  const auto [top_y, bottom_y] = std::minmax({up_y * metrics.ascent, up_y * metrics.descent});
  glyph.x = bounded(x);
  glyph.baseline = bounded(y);
  glyph.left = bounded(x + top_x + std::min(0.0, dx));
  glyph.right = bounded(x + bottom_x + std::max(0.0, dx));
  glyph.top = bounded(y + top_y + std::min(0.0, dy));
  glyph.bottom = bounded(y + bottom_y + std::max(0.0, dy));
  glyph.size = bounded(std::hypot(up_x, up_y));
  const double squeeze = state.getHorizScaling();
  glyph.scale =
      scale_of(along_x * squeeze, along_y * squeeze, up_x / metrics.em, up_y / metrics.em);
  glyph.turn = turn_of(along_x, along_y);
}

void GlyphDevice::paint(const GfxState& state, model::Glyph& glyph) {
  glyph.render_mode = static_cast<std::uint8_t>(string_mode_ & 7);
  const bool is_stroked = (glyph.render_mode & 3) == 1;
  glyph.color = is_stroked ? stroke_color(state) : fill_color(state);
  glyph.opacity = nesting().opacity(is_stroked ? state.getStrokeOpacity() : state.getFillOpacity());
}

bool GlyphDevice::add_text(const Shown& shown, model::Glyph& glyph) {
  const int length = shown.text ? std::clamp(shown.length, 0, 255) : 0;
  if (!budget().letters.take(static_cast<std::size_t>(length))) return false;
  glyph.text = static_cast<std::uint32_t>(page().text.size());
  glyph.text_length = static_cast<std::uint8_t>(length);
  for (int i = 0; i < length; ++i) {
    const char32_t letter = shown.text[i];
    const bool is_scalar = letter < 0xd800 || (letter > 0xdfff && letter <= 0x10ffff);
    page().text += is_scalar ? letter : U'\ufffd';
  }
  return true;
}

}  // namespace oracle
