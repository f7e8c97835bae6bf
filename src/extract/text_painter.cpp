#include "extract/text_painter.hpp"

#include <algorithm>
#include <cmath>

namespace extract {
namespace {

// Scanned pages lie askew by a degree or two and are read as they are; at three a letter of text
// stands a third of a point below the last, and lines can no longer be told.
constexpr double kAskew = 0.05;  // the tangent

// By the direction in which the text runs; y grows down.
model::Turn turn_of(Point along) {
  const auto [less, more] = std::minmax({std::fabs(along.x), std::fabs(along.y)});
  if (less > kAskew * more) return model::Turn::askew;
  if (std::fabs(along.x) >= std::fabs(along.y)) {
    return along.x >= 0 ? model::Turn::none : model::Turn::over;
  }
  return along.y < 0 ? model::Turn::left : model::Turn::right;
}

model::Glyph paint_of(const GraphicsState& state) {
  model::Glyph out;
  out.render_mode = static_cast<std::uint8_t>(state.render_mode & 7);
  const bool is_stroked = (out.render_mode & 3) == 1;
  out.color = is_stroked ? state.stroke.color : state.fill.color;
  out.opacity = state.opacity(is_stroked ? state.stroke_opacity : state.fill_opacity);
  const bool has_two = (out.render_mode & 3) == 2 && (state.fill.color != state.stroke.color ||
                                                      state.fill_opacity != state.stroke_opacity);
  out.is_mixed = has_two || state.is_mixed();
  return out;
}

}  // namespace

// What all glyphs of a string share.
struct TextPainter::Line {
  Matrix map;           // from text space to the page
  Point em;             // along the text
  Point top, bottom;    // of a glyph's box, from its origin
  double size = 0;      // font size
  double em_scale = 0;  // font size times horizontal scaling
};

TextPainter::Line TextPainter::set_up(const GraphicsState& state) const {
  Line out;
  out.map = place_.matrix.then(state.ctm);
  out.size = state.font_size;
  out.em_scale = state.font_size * state.scale;
  out.em = {out.map.a * out.em_scale, out.map.b * out.em_scale};
  const FontMetrics& metrics = state.face->metrics;
  const double up_x = out.map.c * out.size * metrics.em, up_y = out.map.d * out.size * metrics.em;
  const auto [left, right] = std::minmax({up_x * metrics.ascent, up_x * metrics.descent});
  const auto [top, bottom] = std::minmax({up_y * metrics.ascent, up_y * metrics.descent});
  out.top = {left, top};
  out.bottom = {right, bottom};
  return out;
}

// A glyph of vertical writing is taken to be as wide as an em.
model::Box TextPainter::put(const Line& line, const Code& code, double width,
                            model::Glyph& glyph) const {
  const Point origin = line.map.map(-code.origin_x * line.size, -code.origin_y * line.size);
  const double dx = line.em.x * width, dy = line.em.y * width;
  glyph.x = bounded(origin.x);
  glyph.baseline = bounded(origin.y);
  return {origin.x + line.top.x + std::min(0.0, dx), origin.y + line.top.y + std::min(0.0, dy),
          origin.x + line.bottom.x + std::max(0.0, dx),
          origin.y + line.bottom.y + std::max(0.0, dy)};
}

// After the glyph itself; nothing where its procedure paints nothing.
void TextPainter::add_drawing(const GraphicsState& state, const Line& line, unsigned char code,
                              const model::Glyph& glyph) {
  Face& face = *state.face;
  const Drawing& drawing = drawer_.draw(face, code);
  if (drawing.is_known && !drawing.box) return;
  model::Ink ink{{glyph.left, glyph.top, glyph.right, glyph.bottom}, model::InkKind::glyph};
  ink.color = drawing.color.value_or(glyph.color);
  ink.opacity = glyph.opacity;
  if (drawing.is_known) {
    const double* m = face.matrix;
    const Matrix to_page = Matrix{m[0], m[1], m[2], m[3], m[4], m[5]}
                               .then({line.em_scale, 0, 0, line.size, 0, 0})
                               .then(line.map);
    const model::Box& box = *drawing.box;
    ink.box = map_box(to_page, box.left, box.top, box.right, box.bottom);
  } else {
    ink.color = model::kUnknownColor;
  }
  canvas_.add_ink(state, ink);
}

void TextPainter::advance(double x, double y) {
  Matrix& matrix = place_.matrix;
  matrix.e += x * matrix.a + y * matrix.c;
  matrix.f += x * matrix.b + y * matrix.d;
}

void TextPainter::shift(const GraphicsState& state, double amount) {
  const double length = -amount * 0.001 * state.font_size;
  if (state.face && state.face->is_vertical) {
    advance(0, length);
  } else {
    advance(length * state.scale, 0);
  }
}

bool TextPainter::show(const GraphicsState& state, std::string_view bytes) {
  if (!state.face || bytes.empty()) return true;
  Face& face = *state.face;
  const auto font = faces_.index_of(face);
  if (!font) return true;
  Line line = set_up(state);
  model::Glyph glyph = paint_of(state);
  glyph.font = *font;
  glyph.size = bounded(face.metrics.em * std::hypot(line.map.c, line.map.d) * std::fabs(line.size));
  glyph.scale = scale_of({line.em.x, line.em.y, line.map.c * line.size, line.map.d * line.size});
  glyph.turn = turn_of(line.em);
  glyph.hidden_layer = canvas_.is_hidden();
  glyph.in_form = canvas_.is_in_form();
  // The pen moves in text space; the rise is not part of its place.
  const Matrix start = line.map;
  double pen_x = 0, pen_y = 0;
  const model::Box window = canvas_.window(state);
  int shown = 0;
  bool is_within = true;
  while (!bytes.empty() && is_within) {
    const Code code = face.next(bytes.data(), bytes.size());
    const bool is_space = code.bytes == 1 && bytes.front() == ' ';
    const double spacing = state.char_space + (is_space ? state.word_space : 0);
    const Point at = start.map(pen_x, pen_y + state.rise);
    line.map.e = at.x;
    line.map.f = at.y;
    const model::Box box = put(line, code, face.is_vertical ? 1 : code.advance, glyph);
    is_within = canvas_.add_glyph(window, box, code.text, glyph);
    shown += is_within ? 1 : 0;
    if (is_within && face.is_type3 && glyph.render_mode != 3) {
      add_drawing(state, line, static_cast<unsigned char>(bytes.front()), glyph);
    }
    if (glyph.render_mode >= 4) place_.clip = place_.clip ? place_.clip->joined(box) : box;
    if (face.is_vertical) {
      pen_y += code.advance * line.size + spacing;
    } else {
      pen_x += (code.advance * line.size + spacing) * state.scale;
    }
    bytes.remove_prefix(std::min(bytes.size(), static_cast<std::size_t>(std::max(code.bytes, 1))));
  }
  faces_.count(*font, glyph.in_form, shown);
  advance(pen_x, pen_y);
  return is_within;
}

void TextPainter::end(GraphicsState& state) {
  if (place_.clip) {
    state.clip_to(*place_.clip);
    state.is_clip_box = false;
  }
  place_.clip.reset();
}

}  // namespace extract
