// One submission as checks see it: the document and what was measured in it.
#pragma once

#include "model/document.hpp"
#include "model/measured.hpp"

namespace model {

struct Paper {
  Document document;
  Measured measured;
};

}  // namespace model
