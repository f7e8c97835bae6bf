// What q saves and Q brings back.
#pragma once

#include "extract/colors.hpp"
#include "extract/faces.hpp"
#include "extract/matrix.hpp"
#include "model/page.hpp"

namespace extract {

enum class PatternKind : std::uint8_t { none, tiling, shading };

struct Paint {
  ColorSpace* space = nullptr;  // never null on a page
  model::Color color = 0;
  PatternKind pattern = PatternKind::none;  // of a pattern space: none paints nothing
};

struct GraphicsState {
  Matrix ctm;  // to the page as shown
  model::Box clip;
  Paint fill, stroke;
  double fill_opacity = 1, stroke_opacity = 1;
  double group_opacity = 1;     // of all transparency groups around
  bool is_masked = false;       // by a soft mask
  bool is_blended = false;      // by a blend mode that is not the normal one
  bool is_group_mixed = false;  // some transparency group around was either
  bool is_clip_box = true;      // the clip has the shape of its box
  double line_width = 1;
  Face* face = nullptr;
  double font_size = 0;
  double char_space = 0, word_space = 0, leading = 0, rise = 0;
  double scale = 1;  // horizontal, of text
  int render_mode = 0;

  void clip_to(const model::Box& box) {
    clip = {std::max(clip.left, box.left), std::max(clip.top, box.top),
            std::min(clip.right, box.right), std::min(clip.bottom, box.bottom)};
  }
  bool is_mixed() const { return is_masked || is_blended || is_group_mixed; }
  // Of a paint whose own opacity is `own`.
  std::uint8_t opacity(double own) const {
    const double all = own * group_opacity;
    return static_cast<std::uint8_t>(all <= 0 ? 0 : all >= 1 ? 255 : all * 255 + 0.5);
  }
};

// Two points under `map`, as the box around their rectangle.
inline model::Box map_box(const Matrix& map, double x1, double y1, double x2, double y2) {
  const Point first = map.map(x1, y1);
  model::Box out{first.x, first.y, first.x, first.y};
  for (const Point each : {map.map(x2, y1), map.map(x2, y2), map.map(x1, y2)}) {
    out = out.joined({each.x, each.y, each.x, each.y});
  }
  return out;
}

}  // namespace extract
