// Any bytes are read, measured and judged by no rules without a crash, and what comes out keeps its
// promises: indices lead somewhere, boxes are in order, numbers are finite.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "extract/extract.hpp"
#include "measure/measure.hpp"

namespace {

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

bool is_sound(const model::Box& box) {
  return std::isfinite(box.left) && std::isfinite(box.right) && std::isfinite(box.top) &&
         std::isfinite(box.bottom) && box.left <= box.right && box.top <= box.bottom;
}

void require_sound(const model::Page& page, std::size_t fonts) {
  for (const model::Glyph& glyph : page.glyphs) {
    require(std::isfinite(glyph.x) && std::isfinite(glyph.baseline) && std::isfinite(glyph.size),
            "a glyph's place is finite");
    require(glyph.text + std::size_t{glyph.text_length} <= page.text.size(),
            "a glyph's text exists");
    require(glyph.font < fonts, "a glyph's font exists");
  }
  for (const model::Ink& ink : page.inks) require(is_sound(ink.box), "an ink's box is in order");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  model::Document document = extract::read({reinterpret_cast<const char*>(bytes), size});
  if (document.failure) {
    require(!document.failure->message.empty(), "a failure has a reason");
    return 0;
  }
  for (const model::Page& page : document.pages) require_sound(page, document.fonts.size());
  for (const model::Destination& place : document.destinations)
    require(place.page >= 0 && place.page <= static_cast<int>(document.pages.size()),
            "a destination's page exists");
  (void)measure::measure(document, {});
  return 0;
}
