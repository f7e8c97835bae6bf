// Where the library is that PoDoFo is linked to, and what of it can be called.
#pragma once

#include "util/expected.hpp"

namespace fix {

// Loads it with the first call; a process that may open no file must be forked after that.
util::Expected<void*> find_function(const char* name);

}  // namespace fix
