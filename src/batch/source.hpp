// Submissions in the order in which they are answered, found one at a time.
#pragma once

#include <cstddef>
#include <optional>

#include "batch/input.hpp"

namespace batch {

class Source {
 public:
  virtual ~Source() = default;
  // None at the end. A path that leads nowhere is an Input with its problem.
  virtual std::optional<Input> next() = 0;
  // How many there are in all, where that is known without reading to the end.
  virtual std::optional<std::size_t> count() const { return std::nullopt; }
};

}  // namespace batch
