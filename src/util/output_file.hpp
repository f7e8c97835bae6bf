// Files that appear complete or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "util/expected.hpp"

namespace util {

// Why write_file would fail, as far as can be told beforehand.
std::optional<Error> find_obstacle(const std::filesystem::path& path);

// Through a temporary file beside it and a rename; what is no regular file (a device, a pipe) is
// written to directly.
std::optional<Error> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace util
