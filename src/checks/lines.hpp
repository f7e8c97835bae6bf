// Which lines are a paper's content, where they reach, and how many a reader counts.
#pragma once

#include <vector>

#include "model/measured.hpp"

namespace checks {

using Lines = std::vector<const model::Line*>;

// Visible and written by the authors: not a running head, page number, ruler, notice or stamp.
bool is_content(const model::Line& line);
// A caption, or text inside a figure, table, algorithm or listing.
bool is_float(const model::Line& line);

// A line of running text set in the body's size, so not a table row or code that passed for one.
bool is_running_text(const model::Line& line, const model::Measured& measured);

// The top of tall letters and the foot of letters without descender, whatever the font's own box.
model::Points top_of(const model::Line& line);
model::Points foot_of(const model::Line& line);

// Lines as a reader counts them: pieces side by side and the storeys of a formula are one, columns
// are apart.
int visual_lines(const Lines& lines);

std::vector<int> pages_of(const Lines& lines);  // sorted, each once

}  // namespace checks
