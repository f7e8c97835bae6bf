// The operators that set colours and paint paths, images, shadings and forms.
#include <array>
#include <cmath>

#include "extract/inline_image.hpp"
#include "extract/interpreter.hpp"
#include "extract/library.hpp"

namespace extract {
namespace {

// The unit square under the CTM; upright when both of its sides lie along the page's.
bool is_upright(const Matrix& m) {
  const double tolerance = 1e-3 * (std::fabs(m.a) + std::fabs(m.b));
  const bool along = std::fabs(m.b) <= tolerance && std::fabs(m.c) <= tolerance;
  const bool across = std::fabs(m.a) <= tolerance && std::fabs(m.d) <= tolerance;
  return along || across;
}

// The line width as the library has it, between those along the page's two sides.
double half_width(const GraphicsState& state) {
  const Matrix& m = state.ctm;
  return state.line_width * std::hypot(m.a + m.c, m.b + m.d) * std::sqrt(0.5) / 2;
}

}  // namespace

void Interpreter::set_ext_state() {
  const ExtState* found = scope_->find(&Resources::state, name());
  if (!found) return;
  state_.line_width = found->line_width.value_or(state_.line_width);
  state_.fill_opacity = found->fill_opacity.value_or(state_.fill_opacity);
  state_.stroke_opacity = found->stroke_opacity.value_or(state_.stroke_opacity);
  state_.is_masked = found->is_masked.value_or(state_.is_masked);
  state_.is_blended = found->is_blended.value_or(state_.is_blended);
  if (!found->font_size) return;
  state_.face = found->face;
  state_.font_size = *found->font_size;
}

void Interpreter::set_device_color(Paint& paint, ColorSpace* space, int components) {
  paint = {space, space->srgb({numbers_, static_cast<std::size_t>(components)}), {}};
}

void Interpreter::set_space(Paint& paint) {
  const std::string_view asked = name();
  ColorSpace* const* found = scope_->find(&Resources::space, asked);
  ColorSpace* space =
      found ? *found : parts_.spaces.find(Object(objName, decode_name(asked).c_str()));
  if (space) {
    paint = {space, space->initial(), {}};
  } else if (found) {
    // Something is painted, in a colour that nobody knows.
    paint = {&parts_.spaces.pattern(), model::kUnknownColor, PatternKind::tiling};
  }
}

void Interpreter::set_color(Paint& paint) {
  constexpr std::size_t kMost = 32;
  if (paint.space->is_pattern()) {
    if (const PatternKind* found = scope_->find(&Resources::pattern, name())) {
      paint.pattern = *found;
    }
    return;
  }
  const auto& operands = lexer_->operands();
  if (operands.size() != static_cast<std::size_t>(paint.space->components())) return;
  std::array<double, kMost> values{};
  for (std::size_t i = 0; i < std::min(kMost, operands.size()); ++i) values[i] = operands[i].number;
  paint.color = paint.space->srgb({values.data(), std::min(kMost, operands.size())});
}

void Interpreter::paint_path(bool fills, bool strokes, bool closes) {
  if (closes && !path_.is_empty()) path_.close();
  if (!path_.is_empty()) {
    if (fills) fill_path();
    if (strokes) stroke_path();
  }
  end_path();
}

void Interpreter::end_path() {
  if (clips_ && path_.has_point()) {
    state_.is_clip_box = state_.is_clip_box && path_.is_filled_rectangle();
    state_.clip_to(path_.box());
  }
  clips_ = false;
  path_.clear();
}

void Interpreter::fill_path() {
  const Paint& paint = state_.fill;
  model::Ink ink{path_.box(), model::InkKind::fill};
  if (paint.space->is_pattern()) {
    if (paint.pattern == PatternKind::none) return;
    if (paint.pattern == PatternKind::shading) ink.kind = model::InkKind::shading;
  } else {
    ink.is_rectangle = path_.is_filled_rectangle();
    ink.cover = path_.cover_of_fill();
  }
  ink.color = paint.color;
  ink.opacity = state_.opacity(state_.fill_opacity);
  canvas_.add_ink(state_, ink);
}

void Interpreter::stroke_path() {
  const Paint& paint = state_.stroke;
  const double half = half_width(state_);
  const model::Box& box = path_.box();
  model::Ink ink{{box.left - half, box.top - half, box.right + half, box.bottom + half},
                 model::InkKind::stroke};
  if (paint.space->is_pattern()) {
    if (paint.pattern == PatternKind::none) return;
    if (paint.pattern == PatternKind::shading) ink.kind = model::InkKind::shading;
  } else {
    ink.is_rectangle = path_.is_upright_line();
    ink.cover = path_.cover_of_stroke(2 * half);
  }
  ink.color = paint.color;
  ink.opacity = state_.opacity(state_.stroke_opacity);
  canvas_.add_ink(state_, ink);
}

void Interpreter::shade() {
  const Shading* found = scope_->find(&Resources::shading, name());
  if (!found) return;
  model::Ink ink{state_.clip, model::InkKind::shading};
  if (found->box) {
    ink.box = map_box(state_.ctm, found->box->left, found->box->top, found->box->right,
                      found->box->bottom);
  }
  ink.color = model::kUnknownColor;
  ink.opacity = state_.opacity(state_.fill_opacity);
  canvas_.add_ink(state_, ink);
}

void Interpreter::paint_image(const ImageTraits& image) {
  model::Ink ink{map_box(state_.ctm, 0, 0, 1, 1), model::InkKind::image};
  ink.is_rectangle = image.is_opaque && is_upright(state_.ctm);
  if (ink.is_rectangle) ink.cover = model::Cover::all;
  ink.color = image.is_stencil ? state_.fill.color : image.color.value_or(model::kUnknownColor);
  ink.opacity = state_.opacity(state_.fill_opacity);
  model::Image described;
  described.columns = image.columns;
  described.rows = image.rows;
  described.bits = image.bits;
  described.is_stencil = image.is_stencil;
  canvas_.add_image(state_, ink, described);
}

void Interpreter::paint_inline_image() {
  constexpr std::size_t kBytesAsOperator = 32;  // of samples that are searched for their end
  const auto image = read_inline_image(*lexer_);
  if (image) paint_image(*image);
  const std::size_t size = find_image_end(*lexer_, lexer_->rest());
  if (!lexer_->rest().substr(0, size).ends_with("EI")) note_complaint();
  lexer_->skip(size);
  if (!budget_.operators.take(size / kBytesAsOperator)) stop();
}

void Interpreter::paint_object() {
  XObject* const* found = scope_->find(&Resources::object, name());
  if (!found || !*found) return;
  XObject& object = **found;
  if (object.image && object.is_visible) paint_image(*object.image);
  if (object.form) paint_form(object);
}

}  // namespace extract
