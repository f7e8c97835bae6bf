// One entry of a zip, unpacked by libarchive. Runs on hostile bytes, in the process that reads the
// zip.
#pragma once

#include <functional>
#include <string_view>

#include "archives/zip_directory.hpp"

namespace batch {

// Hands on what comes out, at most `most_bytes`; what was handed on is worth nothing where there is
// trouble.
archives::ZipTrouble unpack(int zip, const archives::ZipEntry& entry, std::uint64_t most_bytes,
                            const std::function<void(std::string_view)>& take);

}  // namespace batch
