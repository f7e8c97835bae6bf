// The PDF library's process-wide state: set up once, its complaints counted and never printed.
#pragma once

namespace extract {

// Safe to call from any thread, any number of times.
void set_up_library();

struct Complaints {
  int count = 0;
  // The object whose absence made the library rebuild the cross-reference table in the middle of
  // reading; -1 for none.
  int missing_object = -1;
};

// Of the library and of our own reading, on this thread, since the last call.
Complaints take_complaints();
// How many there are until then.
int complaints_so_far();

// What take_complaints() gave, as if it had not been taken; what came since is forgotten.
void put_back(const Complaints& complaints);

// Adds one of our own: something in the file is not as the format has it.
void note_complaint();

}  // namespace extract
