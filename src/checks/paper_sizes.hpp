// Sizes of paper as packs and people name them.
#pragma once

#include <string>
#include <string_view>

#include "model/geometry.hpp"
#include "util/expected.hpp"

namespace checks {

// "letter", "a4", or two lengths with units: "486ptx720pt".
util::Expected<model::Size> parse_paper_size(std::string_view text);

bool same_size(const model::Size& a, const model::Size& b, model::Points tolerance);

// "US Letter (612.0 x 792.0 pt)"; without a name where it has none.
std::string describe(const model::Size& size);

}  // namespace checks
