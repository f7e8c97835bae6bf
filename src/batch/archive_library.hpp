// The functions of libarchive that unpacking needs. The library drags in thirty megabytes of
// others, a quarter of what the start of a run would cost, so that only a process that reads a zip
// loads it.
#pragma once

#include <archive.h>

namespace batch {

struct ArchiveLibrary {
  decltype(&archive_read_new) read_new = nullptr;
  decltype(&archive_read_free) read_free = nullptr;
  decltype(&archive_read_support_format_zip_streamable) support_zip = nullptr;
  decltype(&archive_read_open) open = nullptr;
  decltype(&archive_read_next_header) next_header = nullptr;
  decltype(&archive_read_data) data = nullptr;
};

// Null where it is not installed. The first call opens files, so it comes before the walls.
const ArchiveLibrary* archive_library();

}  // namespace batch
