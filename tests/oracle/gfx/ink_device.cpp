#include "oracle/gfx/ink_device.hpp"

#include <OptionalContent.h>
#include <Stream.h>
#include <XRef.h>

#include <cmath>

#include "oracle/gfx/painted_path.hpp"
#include "oracle/gfx/streams.hpp"

namespace oracle {
namespace {

model::Color color_of(const GfxColorSpace* space, const GfxColor* color) {
  if (!space || space->getMode() == csPattern) return model::kUnknownColor;
  GfxRGB rgb;
  space->getRGB(color, &rgb);
  return static_cast<model::Color>(colToByte(rgb.r) << 16 | colToByte(rgb.g) << 8 |
                                   colToByte(rgb.b));
}

// An inline image's samples stand in the content stream; whoever does not read them makes the
// interpreter take them for operators.
void skip_samples(Stream* stream, long long width, long long height, long long bits) {
  stream->reset();
  long long left = height * ((width * bits + 7) / 8);
  while (left-- > 0 && stream->getChar() != EOF) {
  }
  stream->close();
}

// The unit square under the CTM; upright when both of its sides lie along the page's.
PaintedPath measure_image(const GfxState& state) {
  const double* m = state.getCTM();
  const model::Box corner{m[4], m[5], m[4], m[5]};
  auto shifted = [&](double x, double y) {
    return model::Box{m[4] + x, m[5] + y, m[4] + x, m[5] + y};
  };
  const double tolerance = 1e-3 * (std::fabs(m[0]) + std::fabs(m[1]));
  const bool along = std::fabs(m[1]) <= tolerance && std::fabs(m[2]) <= tolerance;
  const bool across = std::fabs(m[0]) <= tolerance && std::fabs(m[3]) <= tolerance;
  return {corner.joined(shifted(m[0], m[1]))
              .joined(shifted(m[2], m[3]))
              .joined(shifted(m[0] + m[2], m[1] + m[3])),
          along || across};
}

model::Image picture(int width, int height, GfxImageColorMap& colors) {
  model::Image out;
  out.columns = width;
  out.rows = height;
  out.bits = colors.getBits();
  return out;
}

model::Image stencil(int width, int height) {
  model::Image out;
  out.columns = width;
  out.rows = height;
  out.bits = 1;
  out.is_stencil = true;
  return out;
}

model::Box clip_box(const GfxState& state) {
  model::Box out;
  state.getClipBBox(&out.left, &out.top, &out.right, &out.bottom);
  return out;
}

}  // namespace

void InkDevice::start(model::Page& page) {
  page_ = &page;
  order_ = 0;
  nesting_ = {};
  fill_ = stroke_ = {};
  fill_opacity_ = 1;
  saved_states_ = 0;
}

void InkDevice::updateFillOpacity(GfxState* state) {
  fill_opacity_ = state->getFillOpacity();
}

void InkDevice::saveState(GfxState*) {
  if (++saved_states_ > limits::kStateDepth) throw OutOfBudget();
}

void InkDevice::restoreState(GfxState* state) {
  --saved_states_;
  fill_.is_stale = stroke_.is_stale = true;
  fill_opacity_ = state->getFillOpacity();
}

model::Color InkDevice::fill_color(const GfxState& state) {
  if (fill_.is_stale) {
    auto& reading = const_cast<GfxState&>(state);  // the library's getters are not const
    fill_ = {false, color_of(reading.getFillColorSpace(), reading.getFillColor())};
  }
  return fill_.color;
}

model::Color InkDevice::stroke_color(const GfxState& state) {
  if (stroke_.is_stale) {
    auto& reading = const_cast<GfxState&>(state);
    stroke_ = {false, color_of(reading.getStrokeColorSpace(), reading.getStrokeColor())};
  }
  return stroke_.color;
}

const model::Ink* InkDevice::add_ink(const GfxState& state, model::Ink ink) {
  if (nesting_.is_muted() || nesting_.is_hidden()) return nullptr;
  const model::Box clip = clip_box(state);
  ink.box = {std::max(ink.box.left, clip.left), std::max(ink.box.top, clip.top),
             std::min(ink.box.right, clip.right), std::min(ink.box.bottom, clip.bottom)};
  // Also false where a coordinate is no number.
  if (!(ink.box.left <= ink.box.right && ink.box.top <= ink.box.bottom)) return nullptr;
  if (!budget_.inks.take()) return nullptr;
  ink.in_form = nesting_.is_in_form();
  ink.order = next_order();
  return &page_->inks.emplace_back(ink);
}

void InkDevice::stroke(GfxState* state) {
  auto path = measure_path(*state, true);
  if (!path) return;
  const double half = state->getTransformedLineWidth() / 2;
  path->box = {path->box.left - half, path->box.top - half, path->box.right + half,
               path->box.bottom + half};
  model::Ink ink{path->box, model::InkKind::stroke, path->is_rectangle};
  ink.color = stroke_color(*state);
  ink.opacity = nesting_.opacity(state->getStrokeOpacity());
  add_ink(*state, ink);
}

void InkDevice::fill(GfxState* state) {
  const auto path = measure_path(*state, false);
  if (!path) return;
  model::Ink ink{path->box, model::InkKind::fill, path->is_rectangle};
  ink.color = fill_color(*state);
  ink.opacity = nesting_.opacity(state->getFillOpacity());
  add_ink(*state, ink);
}

// The interpreter clips to the path, or to the shading's box, before it asks for these.
bool InkDevice::add_clip(const GfxState& state, model::InkKind kind) {
  model::Ink ink{clip_box(state), kind};
  ink.color = model::kUnknownColor;
  ink.opacity = nesting_.opacity(state.getFillOpacity());
  add_ink(state, ink);
  return true;
}

bool InkDevice::tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*,
                                  int, int, int, int, double, double) {
  return add_clip(*state, model::InkKind::fill);
}

bool InkDevice::functionShadedFill(GfxState* state, GfxFunctionShading*) {
  return add_clip(*state, model::InkKind::shading);
}

bool InkDevice::axialShadedFill(GfxState* state, GfxAxialShading*, double, double) {
  return add_clip(*state, model::InkKind::shading);
}

bool InkDevice::radialShadedFill(GfxState* state, GfxRadialShading*, double, double) {
  return add_clip(*state, model::InkKind::shading);
}

bool InkDevice::gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) {
  return add_clip(*state, model::InkKind::shading);
}

bool InkDevice::patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) {
  return add_clip(*state, model::InkKind::shading);
}

void InkDevice::add_image(const GfxState& state, const model::Image& image, bool is_opaque,
                          model::Color color) {
  const PaintedPath square = measure_image(state);
  model::Ink ink{square.box, model::InkKind::image, is_opaque && square.is_rectangle};
  ink.color = color;
  ink.opacity = nesting_.opacity(state.getFillOpacity());
  const model::Ink* const added = add_ink(state, ink);
  if (!added) return;
  model::Image& out = page_->images.emplace_back(image);
  out.box = added->box;
  const double* m = state.getCTM();
  out.width = std::hypot(m[0], m[1]);
  out.height = std::hypot(m[2], m[3]);
  out.in_form = added->in_form;
  out.order = added->order;
}

void InkDevice::drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height, bool,
                              bool, bool is_inline) {
  if (is_inline) skip_samples(stream, width, height, 1);
  add_image(*state, stencil(width, height), false, fill_color(*state));
}

void InkDevice::setSoftMaskFromImageMask(GfxState* state, Object*, Stream* stream, int width,
                                         int height, bool, bool is_inline, double*) {
  if (is_inline) skip_samples(stream, width, height, 1);
  add_image(*state, stencil(width, height), false, model::kUnknownColor);
  nesting_.mute();
}

void InkDevice::drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                          GfxImageColorMap* colors, bool, const int* mask, bool is_inline) {
  if (is_inline) {
    skip_samples(stream, width, height,
                 static_cast<long long>(colors->getNumPixelComps()) * colors->getBits());
  }
  add_image(*state, picture(width, height, *colors), mask == nullptr, model::kUnknownColor);
}

void InkDevice::drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height,
                                GfxImageColorMap* colors, bool, Stream*, int, int, bool, bool) {
  add_image(*state, picture(width, height, *colors), false, model::kUnknownColor);
}

void InkDevice::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height,
                                    GfxImageColorMap* colors, bool, Stream*, int, int,
                                    GfxImageColorMap*, bool) {
  add_image(*state, picture(width, height, *colors), false, model::kUnknownColor);
}

void InkDevice::vet(const Object& resources) {
  if (!vetting_.accepts(resources)) throw OutOfBudget("the library would crash on a resource");
}

void InkDevice::charge(const Object& stream, Ref id) {
  const auto known = sizes_.find(id);
  const bool is_known = id != Ref::INVALID() && known != sizes_.end();
  const std::size_t size = is_known ? known->second : decoded_size(stream, budget_.content.left());
  if (!is_known) sizes_[id] = size;
  if (!budget_.forms.take() || !budget_.content.take(size) || budget_.operators.left() == 0) {
    throw OutOfBudget();
  }
  if (!is_known && stream.isStream()) vet(stream.streamGetDict()->lookupNF("Resources"));
}

void InkDevice::beginForm(Ref id) {
  const Object form = id == Ref::INVALID() ? Object(objNull) : xref_.fetch(id);
  if (form.isStream()) charge(form, id);
  if (nesting_.depth() >= limits::kFormDepth) throw OutOfBudget();
  nesting_.begin_form(fill_opacity_, is_layer_hidden(form));
}

bool InkDevice::is_layer_hidden(const Object& form) const {
  if (!layers_ || !layers_->hasOCGs() || !form.isStream()) return false;
  return !layers_->optContentIsVisible(&form.streamGetDict()->lookupNF("OC"));
}

}  // namespace oracle
