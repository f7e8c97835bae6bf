// The type of running text: font, design, size, and the distance of its lines.
#pragma once

#include <optional>
#include <vector>

#include "measure/text_line.hpp"

namespace measure {

enum class Part { all, counted };

// Pages are taken from `first` to `last`, both from 1. None where there are too few letters to
// tell.
std::optional<model::BodyType> find_body_type(const model::Document& document,
                                              const std::vector<PageText>& pages, int first,
                                              int last, Part part);

// Whether most of the line is set in the size of the body, give or take microtype and rounding.
bool is_body_size(const TextLine& line, Points body);

// The most common distance of neighbouring lines of body type in one column, and how many have it.
struct Leading {
  Points distance = 0;
  int lines = 0;
};
std::optional<Leading> find_leading(const std::vector<PageText>& pages, const model::BodyType& body,
                                    int first, int last, Part part);

}  // namespace measure
