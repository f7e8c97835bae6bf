// The spaces between the words of running text.
#pragma once

#include <optional>
#include <vector>

#include "measure/text_line.hpp"

namespace measure {

// Of counted lines in the size of the body; none where too few have words enough to tell.
std::optional<model::WordSpaces> find_word_spaces(const std::vector<PageText>& pages,
                                                  const model::BodyType& body);

}  // namespace measure
