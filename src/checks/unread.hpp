// What is said where a part of the file was not read, so that a picture may be missed.
#pragma once

#include "checks/findings.hpp"
#include "model/document.hpp"
#include "model/shortcomings.hpp"

namespace checks {

inline model::Finding undecided_pictures(const model::Document& document) {
  return undecided(model::unread_part(document) + " Pictures may stand in what was not read.");
}

}  // namespace checks
