// Landlock: a process that may open no file, whatever its user may do.
#pragma once

namespace batch::landlock {

// The newest version that the kernel knows; 0 where it has none.
int version();

// Denies this thread every access that `version` can deny. False where the kernel refused.
bool deny_all(int version);

}  // namespace batch::landlock
