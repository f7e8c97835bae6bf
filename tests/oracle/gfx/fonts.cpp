#include "oracle/gfx/fonts.hpp"

#include <fofi/FoFiType1C.h>

#include <cmath>
#include <cstdio>
#include <memory>
#include <string>

#include "extract/text_string.hpp"
#include "oracle/gfx/limits.hpp"

namespace oracle {
namespace {

// The words of pdffonts, which venues' instructions and authors know.
const char* type_name(GfxFontType type) {
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

// Of the simple fonts that have a matrix; the library exports its reader of CFF alone.
int scale_of(GfxFont& font, XRef& xref) {
  double matrix[6] = {};
  Ref file_id;
  if (font.getType() == fontTrueType && font.getEmbeddedFontID(&file_id)) return 1000;
  if (font.getType() != fontType1 && font.getType() != fontType1C) return 0;
  const auto file = font.readEmbFontFile(&xref);
  if (!file) return 0;
  if (font.getType() == fontType1) {
    const std::string program(file->begin(), file->end());
    const std::size_t at = program.find("/FontMatrix");
    double* m = matrix;
    if (at == std::string::npos ||
        std::sscanf(program.c_str() + at, "/FontMatrix%*[ [{]%lf%lf%lf%lf", m, m + 1, m + 2,
                    m + 3) != 4) {
      return 0;
    }
  } else {
    const std::unique_ptr<FoFiType1C> program(
        FoFiType1C::make(file->data(), static_cast<int>(file->size())));
    if (program) program->getFontMatrix(matrix);
  }
  const double area = std::fabs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
  const double along = matrix[0] * matrix[0] + matrix[1] * matrix[1];
  return area > 0 ? static_cast<int>(std::lround(1000 * along / area)) : 0;
}

model::Font describe(const GfxFont& font) {
  model::Font out;
  if (font.getName()) out.name = extract::clean_utf8(font.getNameWithoutSubsetTag());
  out.type = type_name(font.getType());
  Ref file;
  out.embedded = font.getType() == fontType3 || font.getEmbeddedFontID(&file);
  out.subset = font.isSubset();
  out.to_unicode = font.hasToUnicodeCMap();
  return out;
}

// A Type 3 font need not be drawn on a unit em: dvips sets bitmaps at Tf 1 with a matrix of 1.
// Where its box comes out far from an em's height the box is taken for the em.
FontMetrics measure_type3(const GfxFont& font) {
  const double* matrix = font.getFontMatrix();
  const double* box = font.getFontBBox();
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

FontMetrics measure(const GfxFont& font) {
  FontMetrics out;
  if (font.getType() == fontType3) return measure_type3(font);
  // Descriptors lie: 0, 32768, and a descent above the baseline all occur. Where one says nothing
  // the library (22.12) answers 0.95 and -0.35, more than any text font has.
  const double ascent = font.getAscent();
  const double descent = font.getDescent();
  if (ascent > 0.3 && ascent <= 1.2 && ascent != 0.95) out.ascent = ascent;
  if (descent < 0 && descent >= -0.5 && descent != -0.35) out.descent = descent;
  return out;
}

}  // namespace

std::optional<std::uint16_t> FontTable::find_or_add(GfxFont& font) {
  const auto found = index_.find(*font.getID());
  if (found != index_.end()) return found->second;
  if (fonts_.size() >= limits::kFonts) return std::nullopt;
  const auto index = static_cast<std::uint16_t>(fonts_.size());
  index_.emplace(*font.getID(), index);
  fonts_.push_back(describe(font));
  fonts_.back().scale = scale_of(font, xref_);
  metrics_.push_back(measure(font));
  return index;
}

}  // namespace oracle
