// Where the file of settings is that holds for what is judged.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/request.hpp"

namespace cli {

struct SettingsFile {
  std::filesystem::path file;        // none: ""
  std::vector<std::string> remarks;  // on those that were passed over
};

// As --settings says, or else found from the folder of each path upward. An error where the paths
// have different ones.
util::Expected<SettingsFile> find_settings(const Request& request);

}  // namespace cli
