// Packs from TOML: found by id, inherited, validated, and resolved for one stage and track.
#pragma once

#include <filesystem>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/pack.hpp"
#include "util/expected.hpp"

namespace packs {

struct Choice {
  std::string stage;  // "" = the pack's default
  std::string track;  // "" = the pack's default, where it has tracks
};

struct Listing {
  std::string id;
  std::string title;
  std::filesystem::path file;
  std::string family;  // the folder it lies in, below the one that was searched
  std::string year;    // "2026", as its id ends; "" = of any year
  std::vector<std::string> tracks;
  bool is_extended = false;  // by another one that was found
};

// Where packs are looked for, with all folders in it.
struct Folder {
  template <class Path>
  requires std::is_convertible_v<Path, std::filesystem::path> Folder(Path&& folder,
                                                                     bool alone = false)
      : path(std::forward<Path>(folder)), is_alone(alone) {}

  std::filesystem::path path;
  bool is_alone;  // without the folders in it
};

// First match wins.
using SearchPath = std::vector<Folder>;

// All that is installed and found, by id. Files that cannot be read are left out: `broken` gets the
// first mistake of each, but for files in TOML that are no packs.
std::vector<Listing> list(const SearchPath& path, std::vector<util::Error>* broken = nullptr);

// `name` is an id or a path to a file. An error names file:line:column and the nearest known name.
util::Expected<model::Pack> load(const std::string& name, const Choice& choice,
                                 const SearchPath& path);

// The same of a pack that is no file yet; `name` stands where the file's would.
util::Expected<model::Pack> load_text(const std::string& text, const std::string& name,
                                      const Choice& choice, const SearchPath& path);

// Every mistake of a file in every stage and track, in order of place; empty when it is sound.
std::vector<util::Error> validate(const std::filesystem::path& file, const SearchPath& path);

}  // namespace packs
