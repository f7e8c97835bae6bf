// This program's version, as results, --version and the man page give it.
#pragma once

#include <string_view>

namespace util {

std::string_view version();

}  // namespace util
