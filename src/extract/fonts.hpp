// What a font is called and how high its glyphs stand.
#pragma once

#include <GfxFont.h>

#include "model/document.hpp"

namespace extract {

// In units of the effective size; y grows up. The fallbacks are those of a Times.
struct FontMetrics {
  double ascent = 0.68;
  double descent = -0.22;
  double em = 1;  // effective size over |(0,1) Tm CTM| Tfs: 1 but for odd Type 3 fonts
};

const char* font_type_name(GfxFontType type);
model::Font describe_font(const GfxFont& font);
FontMetrics measure_font(const GfxFont& font);
FontMetrics measure_text_font(double ascent, double descent);
FontMetrics measure_type3(const double* matrix, const double* box);

}  // namespace extract
