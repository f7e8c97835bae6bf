// Sizes of type as people name them: "10 pt", where TeX's ten points are 9.963 of the PDF's.
#pragma once

#include "model/geometry.hpp"

namespace hotcrp {

// The size by which a chair would call it, else its own to a hundredth of a point. Never raises a
// size by more than 0.1 pt, so that 9.8 pt stays below a minimum of 10.
model::Points nominal(model::Points size);

}  // namespace hotcrp
