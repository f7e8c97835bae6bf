// What a hostile file may cost at most.
#pragma once

#include <cstdint>

namespace extract {

inline constexpr std::uint64_t kMostFileBytes = 100'000'000;

}  // namespace extract
