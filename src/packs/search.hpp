// Where pack files lie: an index by id over the folders that are searched.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "packs/packs.hpp"

namespace packs {

struct Found {
  std::filesystem::path file;
  std::string name;  // relative to the folder searched, so that it is the same on every machine
  // What it held when a library was opened; null: it is read when it is asked for.
  std::shared_ptr<const std::string> bytes = nullptr;
};

// Every *.toml below the folders, by file stem; the first folder that has a stem wins.
using Index = std::map<std::string, Found, std::less<>>;

Index find_packs(const SearchPath& path);

// The same with what each file holds. An error where a folder or a file cannot be read: some of the
// packs would tell wrongly whose style a paper is in. Files that are far too large are none.
util::Expected<Index> read_packs(const SearchPath& path);

// What the file holds; an error where it cannot be read or is far too large.
util::Expected<std::string> bytes_of(const Found& file);

std::vector<std::string> ids(const Index& index);

util::Expected<model::Pack> load(const std::string& name, const Choice& choice, const Index& index);

// Whether `name` means a file ("./mine.toml", "rules/x"), not an id.
bool is_path(std::string_view name);

}  // namespace packs
