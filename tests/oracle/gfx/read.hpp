// Reads a PDF's pages by the library's own interpreter: slow, and the measure of what ours says.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/document.hpp"

namespace oracle {

struct Reading {
  model::Document document;  // pages, fonts, and whether anything was left out; maybe a failure
  // What the library said while it read each page, the same thing once.
  std::vector<std::vector<std::string>> complaints;
};

// What this meets on hostile files may end the process. From the first call on, the library's
// complaints come here, and extract counts none.
Reading read(std::span<const char> bytes);

}  // namespace oracle
