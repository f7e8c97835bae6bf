// Where a finding is pointed at by formats that know files and lines.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace report {

struct Place {
  std::string path;  // below the style's root where it lies there, else as it was given
  int line = 1;      // a PDF has none; the first one is what every viewer can show
};

Place place_of(const model::Result& result, const Style& style);
// Of its line in the source, where that is known.
Place place_of(const model::Result& result, const model::Finding& finding, const Style& style);

// As RFC 3986 has it: all but letters, digits and "-._~/" is percent-encoded; an absolute path
// becomes an address of a file.
std::string uri_of(std::string_view path);

}  // namespace report
