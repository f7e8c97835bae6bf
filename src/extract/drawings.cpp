// What the procedures of Type 3 glyphs paint, found out once for each glyph of a font.
#include "extract/interpreter.hpp"
#include "extract/library.hpp"
#include "extract/streams.hpp"

namespace extract {
namespace {

// To each side of the origin of glyph space, in which an em is 1 to some thousands.
constexpr double kRoom = 100'000;

void add(Drawing& drawing, const model::Box& box, model::Color color) {
  const model::Box placed{box.left - kRoom, box.top - kRoom, box.right - kRoom, box.bottom - kRoom};
  const bool is_first = !drawing.box;
  drawing.box = is_first ? placed : drawing.box->joined(placed);
  if (is_first) {
    drawing.color = color;
  } else if (drawing.color != color) {
    drawing.color = model::kUnknownColor;
  }
}

bool is_painted(const model::Glyph& glyph) {
  return glyph.render_mode != 3 && glyph.render_mode != 7 && glyph.opacity > 0 &&
         !glyph.hidden_layer;
}

}  // namespace

// What cannot be read whole and without complaint, is too deep or draws itself stays unknown.
const Drawing& Interpreter::draw(Face& face, unsigned char code) {
  Drawing& out = face.drawing(code);
  if (out.is_begun) return out;
  out.is_begun = true;
  const int complaints = complaints_so_far();
  const Object procedure = face.procedure(code).fetch(&parts_.xref);
  if (!procedure.isStream()) {
    out.is_known = true;
    return out;
  }
  std::string content;
  const bool is_whole = append_decoded(procedure, budget_.content.left(), content);
  if (!budget_.content.take(content.size()) || !is_whole) return out;
  if (drawers_around_ >= limits::kProcedureDepth) return out;
  if (!drawer_) {
    drawer_ = std::make_unique<Interpreter>(parts_, budget_);
    drawer_->drawers_around_ = drawers_around_ + 1;
  }
  const Object resources = face.resources().fetch(&parts_.xref);
  std::optional<Resources> own;
  if (resources.isDict()) own.emplace(resources, parts_);
  out = drawer_->record(content, own ? Scope::within(scope_, &*own, parts_) : *scope_);
  out.is_known = out.is_known && complaints_so_far() == complaints;
  return out;
}

Drawing Interpreter::record(std::string_view content, const Scope& scope) {
  model::Page page;
  page.size = {2 * kRoom, 2 * kRoom};
  start(page, {1, 0, 0, 1, kRoom, kRoom});
  takes_color_ = false;
  run(content, scope);
  Drawing out;
  out.is_begun = true;
  out.is_known = is_whole_;
  for (const model::Ink& ink : page.inks) {
    if (ink.opacity > 0) add(out, ink.box, ink.color);
  }
  for (const model::Glyph& glyph : page.glyphs) {
    if (is_painted(glyph)) {
      add(out, {glyph.left, glyph.top, glyph.right, glyph.bottom}, glyph.color);
    }
  }
  if (takes_color_) out.color.reset();
  return out;
}

}  // namespace extract
