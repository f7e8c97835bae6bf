// Which files are compared, and the process that each is compared in.
#pragma once

#include <filesystem>
#include <vector>

#include "oracle/tally.hpp"

namespace oracle {

// The PDFs below each folder, sorted, and the files named.
std::vector<std::filesystem::path> list_files(const std::vector<std::filesystem::path>& paths);

enum class Ending {
  compared,
  theirs_died,  // the library's interpreter was ended by a signal or a limit
  both_died,
  ours_died,
  unreadable,  // the file itself
};

// In a process of its own, with limits: the library's interpreter may crash, hang, or grow.
Ending compare_file(const std::filesystem::path& file, int shown, Tally& tally);

}  // namespace oracle
