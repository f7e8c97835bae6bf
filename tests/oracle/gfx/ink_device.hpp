// Collects the paths, images and shadings that the library's interpreter paints on a page.
#pragma once

#include <GfxState.h>
#include <OutputDev.h>

#include <stdexcept>
#include <unordered_map>

#include "model/document.hpp"
#include "oracle/gfx/limits.hpp"
#include "oracle/gfx/nesting.hpp"
#include "oracle/gfx/vetting.hpp"

class OCGs;
class XRef;

namespace oracle {

// Thrown through the interpreter, which cannot otherwise be stopped between two nested forms.
struct OutOfBudget : std::runtime_error {
  explicit OutOfBudget(const char* why = "the page paints more than is read")
      : std::runtime_error(why) {}
};

class InkDevice : public OutputDev {
 public:
  InkDevice(Budget& budget, XRef& xref, OCGs* layers)
      : budget_(budget), xref_(xref), layers_(layers), vetting_(xref) {}

  // Everything from here on goes to `page`, whose size is set.
  virtual void start(model::Page& page);
  // From here on only appearances of annotations are painted.
  void begin_annotations() { nesting_.begin_annotations(); }
  // Before a page, form or appearance is painted; both throw OutOfBudget where that must not be.
  void vet(const Object& resources);
  void charge(const Object& stream, Ref id);

  bool upsideDown() override { return true; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  // Without it the interpreter skips the forms of hidden layers, text and all.
  bool needCharCount() override { return true; }

  void updateFillColorSpace(GfxState*) override { fill_.is_stale = true; }
  void updateFillColor(GfxState*) override { fill_.is_stale = true; }
  void updateStrokeColorSpace(GfxState*) override { stroke_.is_stale = true; }
  void updateStrokeColor(GfxState*) override { stroke_.is_stale = true; }
  void updateFillOpacity(GfxState* state) override;
  void saveState(GfxState*) override;
  void restoreState(GfxState* state) override;

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override { fill(state); }
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int,
                         int, int, int, double, double) override;
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override;
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override;
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override;
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override;
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override;

  void drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height, bool, bool,
                     bool is_inline) override;
  void setSoftMaskFromImageMask(GfxState* state, Object*, Stream* stream, int width, int height,
                                bool, bool is_inline, double*) override;
  void unsetSoftMaskFromImageMask(GfxState*, double*) override { nesting_.unmute(); }
  void drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                 GfxImageColorMap* colors, bool, const int* mask, bool is_inline) override;
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool,
                       Stream*, int, int, bool, bool) override;
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool,
                           Stream*, int, int, GfxImageColorMap*, bool) override;

  void beginForm(Ref id) override;
  void endForm(Ref) override { nesting_.end_form(); }
  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                              bool for_soft_mask) override {
    nesting_.begin_group(for_soft_mask);
  }
  void endTransparencyGroup(GfxState*) override { nesting_.end_group(); }
  // The interpreter fills patterned text by painting its whole surroundings between these two.
  void saveTextPos(GfxState*) override { nesting_.mute(); }
  void restoreTextPos(GfxState*) override { nesting_.unmute(); }

 protected:
  model::Color fill_color(const GfxState& state);
  model::Color stroke_color(const GfxState& state);
  model::Page& page() { return *page_; }
  Budget& budget() { return budget_; }
  const Nesting& nesting() const { return nesting_; }
  std::uint32_t next_order() { return order_++; }

 private:
  struct Paint {
    bool is_stale = true;
    model::Color color = 0;
  };
  const model::Ink* add_ink(const GfxState& state, model::Ink ink);
  bool add_clip(const GfxState& state, model::InkKind kind);
  void add_image(const GfxState& state, const model::Image& image, bool is_opaque,
                 model::Color color);
  bool is_layer_hidden(const Object& form) const;

  Budget& budget_;
  XRef& xref_;
  OCGs* layers_;
  Vetting vetting_;
  model::Page* page_ = nullptr;
  std::uint32_t order_ = 0;
  Nesting nesting_;
  Paint fill_, stroke_;
  double fill_opacity_ = 1;
  int saved_states_ = 0;
  std::unordered_map<Ref, std::size_t> sizes_;  // decoded, of the streams painted so far
};

}  // namespace oracle
