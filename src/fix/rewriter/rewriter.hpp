// The one function of the library that PoDoFo is linked to. It is loaded when a file is to be
// rewritten: PoDoFo and what it needs take half as long to load as all of deskcheck.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "fix/kinds.hpp"

namespace fix {

enum class Fate { written, no_pdf, encrypted, damaged };

struct Written {
  Fate fate = Fate::written;
  std::string bytes;
  // Where the two identifiers of the file belong, each of `kIdDigits` zeros for now.
  std::size_t first_id = 0, second_id = 0;
  Counts counts;
  int obscure_pictures = 0;  // with EXIF or XMP, and damaged
  // Strings that stay and have a slash, with the entries that they stand in.
  std::set<std::pair<std::string, std::string>> paths;
};
inline constexpr std::size_t kIdDigits = 32;

using Rewrite = void(std::string_view pdf, Written& out);

}  // namespace fix

// Throws std::bad_alloc alone.
extern "C" __attribute__((visibility("default"))) fix::Rewrite deskcheck_rewrite;
