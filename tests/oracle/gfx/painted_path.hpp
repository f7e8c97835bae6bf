// Where a path lies on the page and whether it is an upright rectangle, judged by its points.
#pragma once

#include <GfxState.h>

#include <optional>

#include "model/geometry.hpp"

namespace oracle {

struct PaintedPath {
  model::Box box;
  bool is_rectangle = false;  // filled: four upright sides; stroked: one upright line
};

// None for a path without points. Clip and line width are not looked at.
std::optional<PaintedPath> measure_path(const GfxState& state, bool stroked);

}  // namespace oracle
