// What a fresh process does to be alone: signals, descriptors, environment, and its parent's death.
#pragma once

#include "batch/child.hpp"

namespace batch {

// False where something failed that must not.
bool settle(const Cradle& cradle, Note& note);

}  // namespace batch
