// The style's text block, and how far lines reach beyond it.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "checks/lines.hpp"
#include "model/paper.hpp"
#include "model/params.hpp"

namespace checks {

inline constexpr std::array<std::string_view, 4> kSides = {"left", "top", "right", "bottom"};
using Reach = std::array<model::Points, 4>;  // beyond the sides of a box; negative within

struct Block {
  model::Box box;
  std::optional<model::Points> first_page_bottom;

  model::Box on(int page) const;
};

// How far something reaches over one side of the block.
struct Excess {
  std::vector<int> pages;  // where it does
  int worst_page = 0;
  model::Points by = 0;     // there
  model::Points at = 0;     // where it reaches there
  model::Points limit = 0;  // and where it should end
};

// From the parameters `block` (four lengths) and `first_page_bottom` (optional).
Block read_block(const model::Params& with);

// `text` is where text reaches: tops of tall letters and baselines of the last lines.
Reach reach_beyond(const model::Box& text, const model::Box& block);

model::Box text_box(const model::Line& line);

// What a line may hang into the margin at a side with micro-typography: its hyphen, stop or quote.
model::Points hanging(const model::Line& line, int side);

// Whether the page is as large as most, so that the style's block applies: false for turned sheets.
bool has_usual_size(const model::Paper& paper, int page);

// For each page of usual size with more than a few lines, how far the running text of the main part
// reaches: edges that several lines share.
std::map<int, model::Box> systematic_edges(const model::Paper& paper);

// Of boxes by page, the excess over each side of the block beyond the tolerance.
std::array<Excess, 4> find_excess(const std::map<int, model::Box>& boxes, const Block& block,
                                  model::Points tolerance);

}  // namespace checks
