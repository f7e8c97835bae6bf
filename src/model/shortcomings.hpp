// What of a file could not be read, or is not as it should be, in words for a person.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"

namespace model {

// One sentence, of a truncated document: "Only 9 of 11 pages could be read."
std::string unread_part(const Document& document);

// Sentences, the unread part first; none of a file in order.
std::vector<std::string> shortcomings(const Document& document);

}  // namespace model
