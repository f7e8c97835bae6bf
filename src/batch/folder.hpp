// The PDFs below a folder.
#pragma once

#include <memory>
#include <string>

#include "batch/source.hpp"

namespace batch {

// By path, byte for byte, with the names of one folder a level in memory. Symbolic links to folders
// are not followed: they can loop.
std::unique_ptr<Source> open_folder(const std::string& path);

}  // namespace batch
