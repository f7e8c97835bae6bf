// Unpacks the objects that a file keeps in streams, each stream once.
#pragma once

#include <XRef.h>

namespace extract {

// The library (22.12) keeps the last five streams and unpacks all others again for each object.
// What is put into the table here it takes from there. Files that were changed by appending, and
// streams that are odd in any way, are left to the library, with all that it complains of.
void unpack_object_streams(XRef& table);

}  // namespace extract
