// Whole files as bytes: regular ones only, so that a pipe or device cannot hang the reader.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "util/expected.hpp"

namespace util {

Expected<std::string> read_file(const std::filesystem::path& path, std::uint64_t most_bytes);

}  // namespace util
