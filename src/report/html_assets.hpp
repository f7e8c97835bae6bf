// The files of report/html/, which CMake puts into the program.
#pragma once

#include <string_view>

namespace report {

// "page.css"; empty where there is no such file.
std::string_view html_asset(std::string_view name);

}  // namespace report
