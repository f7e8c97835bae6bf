#include "extract/fonts.hpp"

#include <cmath>

#include "extract/text_string.hpp"

namespace extract {

// The words of pdffonts, which venues' instructions and authors know.
const char* font_type_name(GfxFontType type) {
  switch (type) {
    case fontType1:
      return "Type 1";
    case fontType1C:
      return "Type 1C";
    case fontType1COT:
      return "Type 1C (OT)";
    case fontType3:
      return "Type 3";
    case fontTrueType:
      return "TrueType";
    case fontTrueTypeOT:
      return "TrueType (OT)";
    case fontCIDType0:
      return "CID Type 0";
    case fontCIDType0C:
      return "CID Type 0C";
    case fontCIDType0COT:
      return "CID Type 0C (OT)";
    case fontCIDType2:
      return "CID TrueType";
    case fontCIDType2OT:
      return "CID TrueType (OT)";
    case fontUnknownType:
      break;
  }
  return "unknown";
}

model::Font describe_font(const GfxFont& font) {
  model::Font out;
  if (font.getName()) out.name = clean_utf8(font.getNameWithoutSubsetTag());
  out.type = font_type_name(font.getType());
  Ref file;
  out.embedded = font.getType() == fontType3 || font.getEmbeddedFontID(&file);
  out.subset = font.isSubset();
  out.to_unicode = font.hasToUnicodeCMap();
  if (out.embedded && font.getType() == fontTrueType) out.scale = 1000;
  return out;
}

// A Type 3 font need not be drawn on a unit em: dvips sets bitmaps at Tf 1 with a matrix of 1.
// Where its box comes out far from an em's height the box is taken for the em.
FontMetrics measure_type3(const double* matrix, const double* box) {
  const double scale = std::fabs(matrix[3] != 0 ? matrix[3] : matrix[1]);
  const double height = scale * (box[3] - box[1]);
  FontMetrics out;
  if (!(height > 0) || !std::isfinite(height)) return out;
  // Boxes of text fonts are 0.7 em (capitals alone) to 1.8 em (DejaVu) high.
  if (height < 0.4 || height > 2.5) out.em = height;
  out.ascent = scale * box[3] / out.em;
  out.descent = scale * box[1] / out.em;
  return out;
}

// Descriptors lie: 0, 32768, and a descent above the baseline all occur. Where one says nothing
// the library (22.12) answers 0.95 and -0.35, more than any text font has.
FontMetrics measure_text_font(double ascent, double descent) {
  FontMetrics out;
  if (ascent > 0.3 && ascent <= 1.2 && ascent != 0.95) out.ascent = ascent;
  if (descent < 0 && descent >= -0.5 && descent != -0.35) out.descent = descent;
  return out;
}

FontMetrics measure_font(const GfxFont& font) {
  return font.getType() == fontType3 ? measure_type3(font.getFontMatrix(), font.getFontBBox())
                                     : measure_text_font(font.getAscent(), font.getDescent());
}

}  // namespace extract
