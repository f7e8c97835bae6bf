// Proves that a rewritten PDF shows what it showed, and tells no more of its authors.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "util/stage.hpp"

namespace fix {

struct Proof {
  int pages = 0;
  std::size_t glyphs = 0;
  // Each a sentence with its page; none where all is as it was but for what a reader added.
  std::vector<std::string> differences;

  bool operator==(const Proof&) const = default;
};

// Every page is drawn at 100 dots to the inch from either file, without comments and marks, and
// compared by its pixels; so are glyphs, links and where they lead, outlines and sizes. Throws
// std::bad_alloc alone. `stage`, where given, always says what is being looked at.
Proof prove(std::string_view before, std::string_view after, util::Stage* stage = nullptr);

// For the pipe between two processes. Whoever reads must treat it as an enemy's.
std::string encode(const Proof& proof);
Proof decode_proof(std::string_view bytes);

}  // namespace fix
