// What is wrong with a value of the right type, said to the author of a pack.
#pragma once

#include <string>

#include "model/params.hpp"

namespace checks {

inline std::string unless_positive(const model::Value& value) {
  return std::get<long long>(value) >= 1 ? "" : "it must be at least 1";
}

inline std::string unless_block(const model::Value& value) {
  const auto& sides = std::get<std::vector<double>>(value);
  if (sides.size() != 4) return "a block has four lengths: left, top, right, bottom";
  if (sides[0] < sides[2] && sides[1] < sides[3]) return "";
  return "right must be greater than left and bottom greater than top";
}

}  // namespace checks
