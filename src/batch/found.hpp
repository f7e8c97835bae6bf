// What a source says of a path: a file to read there, or why there is none.
#pragma once

#include <string>

#include "batch/input.hpp"

namespace batch {

Input found_at(std::string path);
Input stuck_at(const std::string& path, const std::string& why);

}  // namespace batch
