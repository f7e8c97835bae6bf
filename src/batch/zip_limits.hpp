// How much is taken out of one zip.
#pragma once

#include <cstddef>
#include <cstdint>

#include "extract/limits.hpp"

namespace batch {

struct ZipLimits {
  std::uint64_t entry_bytes = extract::kMostFileBytes;
  std::uint64_t all_bytes = 20'000'000'000;    // unpacked; a conference's 10,000 papers of 2 MB
  std::uint64_t directory_bytes = 64'000'000;  // 500,000 names
  std::size_t papers = 100'000;
  std::size_t name_bytes = 4096;  // as of any path
  int seconds = 60;               // for an entry
};

}  // namespace batch
