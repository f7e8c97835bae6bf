// The fonts a document paints with, each once, in the order of their first glyph.
#pragma once

#include <GfxFont.h>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "model/document.hpp"

namespace oracle {

// In units of the effective size; y grows up. The fallbacks are those of a Times.
struct FontMetrics {
  double ascent = 0.68;
  double descent = -0.22;
  double em = 1;  // effective size over |(0,1) Tm CTM| Tfs: 1 but for odd Type 3 fonts
};

class FontTable {
 public:
  explicit FontTable(XRef& xref) : xref_(xref) {}

  // None when the document has more fonts than are read.
  std::optional<std::uint16_t> find_or_add(GfxFont& font);
  const FontMetrics& metrics(std::uint16_t index) const { return metrics_[index]; }
  void count(std::uint16_t index, bool in_form) {
    ++fonts_[index].glyphs;
    if (in_form) ++fonts_[index].glyphs_in_form;
  }
  const std::vector<model::Font>& fonts() const { return fonts_; }

 private:
  XRef& xref_;
  std::unordered_map<Ref, std::uint16_t> index_;
  std::vector<model::Font> fonts_;
  std::vector<FontMetrics> metrics_;
};

}  // namespace oracle
