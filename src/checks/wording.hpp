// How numbers, pages and names read in a message.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/geometry.hpp"

namespace checks {

std::string counted(int number, std::string_view noun);        // "1 page", "9 pages"
std::string are(int number, std::string_view noun);            // "1 page is", "9 pages are"
std::string points(model::Points length);                      // "12.0 pt (0.17 in)"
std::string type_size(model::Points size);                     // "9.96 pt (10.0 pt in TeX)"
std::string type_sizes(std::span<const model::Points> sizes);  // joined by "or"
std::string page_list(std::span<const int> pages);  // "page 3", "pages 1, 3 and 5 to 9"; sorted

// "A", "A and B", "A, B and C"; beyond `most` names "A, B and 4 more".
std::string name_list(std::span<const std::string> names, std::size_t most = 4);

// At most so much of a line as identifies it.
std::string quoted_line(std::string_view text);

}  // namespace checks
