// The PDF library's process-wide state: set up once, its complaints counted and never printed.
#pragma once

namespace extract {

// Safe to call from any thread, any number of times.
void set_up_library();

// Complaints of the library on this thread since the last call.
int take_complaints();

}  // namespace extract
