// How far two colours are apart to the eye, and what one laid over the other gives.
#pragma once

#include <cstdint>

#include "model/page.hpp"

namespace checks {

enum class Contrast : std::uint8_t { none, faint, clear };

// By the ratio of luminances that WCAG 2 defines (1 to 21), and by the channels of sRGB, since
// yellow is as light as white.
Contrast contrast(model::Color a, model::Color b);

// `above`, of opacity 0 to 1, over `below`; both are known.
model::Color mixed(model::Color above, model::Color below, double opacity);

}  // namespace checks
