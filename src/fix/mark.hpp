// One mark on a page of a marked-up copy.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/geometry.hpp"

namespace fix {

enum class MarkColor : std::uint8_t { red, orange, blue };

struct Mark {
  int page = 1;                   // from 1
  std::optional<model::Box> box;  // on the page as it is shown; none: a note in its corner
  bool is_highlight = false;      // over the box, else a frame around it
  MarkColor color = MarkColor::red;
  std::string words;  // UTF-8
};

}  // namespace fix
