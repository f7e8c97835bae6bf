// Every check there is; the table behind it is generated from the files of this folder.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "checks/check.hpp"
#include "checks/precision.hpp"

namespace checks {

struct Entry {
  const Check* check;
  std::string_view page;  // the Markdown beside the source

  std::optional<Precision> precision() const;  // what the page says of it
};

std::span<const Entry> all();  // by id
const Entry* find(std::string_view id);

}  // namespace checks
