// The margins of pages: what lies between the edge of the sheet and what the authors put on it.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/paper.hpp"

namespace hotcrp {

using Margin = std::array<int, 4>;  // top, right, bottom, left, in whole points

// Of each page; none where it has nothing that belongs to the text. Text reaches to the tops of
// tall letters and to baselines; heads, feet, page numbers, rulers and notices belong to the page.
// Pictures and lines count where they stick out of the text block at a side.
std::vector<std::optional<Margin>> find_margins(const model::Paper& paper);

// Side by side, what most of them have.
std::optional<Margin> usual_margin(const std::vector<std::optional<Margin>>& margins);

// From the foot of the sheet to the lowest page number below the text, of all pages the least.
std::optional<int> number_margin(const model::Paper& paper);

}  // namespace hotcrp
