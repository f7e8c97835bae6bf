// Where pack files lie: an index by id over the folders that are searched.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "packs/packs.hpp"

namespace packs {

struct Found {
  std::filesystem::path file;
  std::string name;  // relative to the folder searched, so that it is the same on every machine
  std::optional<std::string> bytes = {};  // of what is no file
};

// Every *.toml below the folders, by file stem; the first folder that has a stem wins.
using Index = std::map<std::string, Found, std::less<>>;

Index find_packs(const SearchPath& path);

std::vector<std::string> ids(const Index& index);

// Whether `name` means a file ("./mine.toml", "rules/x"), not an id.
bool is_path(std::string_view name);

}  // namespace packs
