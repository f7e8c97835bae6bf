// How much room lines take, in pages of the text block, and how that reads.
#pragma once

#include <string>

#include "checks/lines.hpp"

namespace checks {

// Heights of the lines' columns, one after another, over those of a page: a section that begins in
// the middle of a page and ends in the middle of the next has a page. 0 without a text block.
double pages_taken(const Lines& lines, const model::Measured& measured);

// "1 page and 5 lines", the rest in lines of the body's leading; "0 pages and 12 lines" is "12
// lines".
std::string extent_in_lines(double pages, const model::Measured& measured);

}  // namespace checks
