// One submission as checks see it: the document and what was measured in it.
#pragma once

#include <optional>

#include "model/document.hpp"
#include "model/measured.hpp"
#include "model/supplement.hpp"
#include "model/workings.hpp"

namespace model {

struct Paper {
  Document document;
  Measured measured;
  std::optional<Supplement> supplement = {};
  Workings workings = {};  // emptied by whoever changes the rest
};

}  // namespace model
