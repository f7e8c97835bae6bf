// The least that reading a paper takes: opening it, unpacking what its pages paint, and splitting
// that into operators.
#pragma once

#include <cstddef>
#include <span>

namespace bench {

// How many operators, so that none of the work can be left out.
std::size_t count_operators(std::span<const char> bytes);

}  // namespace bench
