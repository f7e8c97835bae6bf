// Algorithms and listings: what is no running text though it is set in lines like it.
#pragma once

#include <vector>

#include "measure/floats.hpp"
#include "measure/text_line.hpp"

namespace measure {

// Sets the role code on all that stands between the rules of an algorithm, its title among them:
// that is printed by the algorithm's own commands, not by those for captions.
void mark_ruled_algorithms(const model::Document& document, std::vector<PageText>& pages);

// Likewise on what a caption of an algorithm or listing stands at, on numbered steps, and on lines
// in a row in a typewriter face.
void mark_listings(const model::Document& document, std::vector<PageText>& pages,
                   const TypeOfText& text);

}  // namespace measure
