// Collects the glyphs that the library's interpreter shows on a page, with everything else painted.
#pragma once

#include <memory>
#include <optional>

#include "oracle/gfx/fonts.hpp"
#include "oracle/gfx/ink_device.hpp"

namespace oracle {

// A glyph beyond the page's edge is `off_page`; `clipped` is one on the page that a clip hides.
class GlyphDevice final : public InkDevice {
 public:
  GlyphDevice(FontTable& fonts, Budget& budget, XRef& xref, OCGs* layers)
      : InkDevice(budget, xref, layers), fonts_(fonts) {}

  void start(model::Page& page) override;

  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }

  void updateFont(GfxState*) override { font_is_stale_ = true; }
  void restoreState(GfxState* state) override;

  // Text of a hidden layer comes as a string without its characters.
  void beginString(GfxState* state, const GooString* string) override;
  void endString(GfxState* state) override;
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* text,
                int length) override;

 private:
  // One glyph in user space: its origin, its advance, and what of that is extra spacing.
  struct Shown {
    double x = 0, y = 0, dx = 0, dy = 0;
    double spacing = 0;
    const Unicode* text = nullptr;
    int length = 0;
    bool is_hidden = false;
  };

  bool find_font(const GfxState& state);
  void add_glyph(const GfxState& state, const Shown& shown);
  void place(const GfxState& state, const Shown& shown, model::Glyph& glyph) const;
  void paint(const GfxState& state, model::Glyph& glyph);
  bool add_text(const Shown& shown, model::Glyph& glyph);
  void show_hidden(GfxState& state);

  FontTable& fonts_;
  bool font_is_stale_ = true;
  std::shared_ptr<GfxFont> font_;  // held, so that no later font can have its address
  std::optional<std::uint16_t> font_index_;

  const GooString* string_ = nullptr;
  bool string_was_drawn_ = false;
  int string_mode_ = 0;  // the interpreter changes the state's for text filled with a pattern
  double string_x_ = 0, string_y_ = 0;
};

}  // namespace oracle
