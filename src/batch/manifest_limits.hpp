// How much of a manifest is read at a time.
#pragma once

#include <cstddef>

namespace batch {

// A row with a thousand authors and their addresses has 60,000 bytes.
inline constexpr std::size_t kMostRowBytes = 1u << 20;

}  // namespace batch
