// Parts of a paper that a pack names, and which lines stand in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/measured.hpp"

namespace checks {

// For Param::choices. "first-page" is a place, the others are kinds of line; a line that stands in
// one of those named is looked at.
inline constexpr std::string_view kZones =
    "anywhere first-page title authors abstract body headings captions figures footnotes "
    "references beside";

class Zones {
 public:
  explicit Zones(const std::vector<std::string>& names) : names_(names) {}

  bool has(const model::Line& line) const;

 private:
  const std::vector<std::string>& names_;
};

}  // namespace checks
