// What is wrong with a value of the right type, said to the author of a pack.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "model/params.hpp"

namespace checks {

inline std::string unless_positive(const model::Value& value) {
  return std::get<long long>(value) >= 1 ? "" : "it must be at least 1";
}

inline std::string unless_share(const model::Value& value) {
  return std::get<double>(value) <= 1 ? "" : "it is a share: 1 is all of it";
}

// 2.5 would let every size pass: who writes it means percent.
inline std::string unless_relative(const model::Value& value) {
  return std::get<double>(value) < 1 ? "" : "it is relative and less than 1: 0.025 means 2.5 %";
}

// Sizes or distances of which one is accepted.
inline std::string unless_sizes(const model::Value& value) {
  const auto& sizes = std::get<std::vector<double>>(value);
  for (auto size = sizes.begin(); size != sizes.end(); ++size) {
    if (*size <= 0) return "a size of nothing; write what the style prints";
    if (std::find(sizes.begin(), size, *size) != size) return "the same length stands in it twice";
  }
  return "";
}

inline std::string unless_block(const model::Value& value) {
  const auto& sides = std::get<std::vector<double>>(value);
  if (sides.size() != 4) return "a block has four lengths: left, top, right, bottom";
  if (sides[0] < sides[2] && sides[1] < sides[3]) return "";
  return "right must be greater than left and bottom greater than top";
}

}  // namespace checks
