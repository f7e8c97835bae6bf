// One submission as checks see it: the document and what was measured in it.
#pragma once

#include <optional>

#include "model/document.hpp"
#include "model/identities.hpp"
#include "model/measured.hpp"
#include "model/supplement.hpp"
#include "model/workings.hpp"

namespace model {

struct Paper {
  Document document;
  Measured measured;
  Identities identities = {};  // of its authors, where they are known
  std::optional<Supplement> supplement = {};
  Workings workings = {};  // emptied by whoever changes the rest
};

}  // namespace model
