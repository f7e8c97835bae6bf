// What TeX wrote down of where it set what: the file and line behind places on pages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/geometry.hpp"
#include "util/expected.hpp"

namespace synctex {

inline constexpr std::size_t kMostPacked = 32'000'000;     // bytes of paper.synctex.gz
inline constexpr std::size_t kMostUnpacked = 200'000'000;  // a book of drawings has some 100 MB
inline constexpr std::size_t kMostRecords = 4'000'000;     // of the pages asked for

// A space, a kern, a formula or a box. Lengths are points of the PDF from the top left of the
// sheet.
struct Record {
  int input = 0, line = 0;
  model::Box box;         // of a box; else without height, on the baseline
  bool is_point = false;  // no box
};

struct Records {
  std::map<int, std::string> inputs;           // names of files, as TeX was given them
  std::map<int, std::vector<Record>> by_page;  // of the pages asked for, in their order
  int pages = 0;                               // that there are
};

// From the bytes of paper.synctex.gz, or of paper.synctex, which an enemy may have written.
util::Expected<Records> read(std::string_view packed, const std::set<int>& pages);

}  // namespace synctex
