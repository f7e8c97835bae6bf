// Tables between rules, and where a page draws its rules.
#pragma once

#include <vector>

#include "measure/floats.hpp"
#include "measure/text_line.hpp"

namespace measure {

// Horizontal rules as long as a table or an algorithm has them, from top to bottom.
std::vector<Box> find_rules(const model::Page& page);

bool are_alike(const Box& rule, const Box& other);  // of one float: they begin and end together

// Whether it reaches both edges of its column, as most lines of a paragraph do.
bool is_justified(const TextLine& line, const PageText& page);

// Sets the role figure on all that stands between the rules of a table with a caption, also where
// its rows look like lines of text.
void mark_ruled_tables(const model::Document& document, std::vector<PageText>& pages,
                       const TypeOfText& text);

}  // namespace measure
