// A folder of pack files that lives as long as a test.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "packs/packs.hpp"

class PackFiles {
 public:
  PackFiles() {
    std::string name = (std::filesystem::temp_directory_path() / "packs-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~PackFiles() { std::filesystem::remove_all(folder_); }
  PackFiles(const PackFiles&) = delete;
  PackFiles& operator=(const PackFiles&) = delete;

  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::filesystem::path file = folder_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }

  packs::SearchPath path() const { return {folder_}; }

  // The mistakes of a file, each without the folder's name.
  std::vector<std::string> mistakes(const std::filesystem::path& file) const {
    std::vector<std::string> all;
    for (const util::Error& error : packs::validate(file, path()))
      all.push_back(bare(error.message));
    return all;
  }

  std::string bare(std::string message) const {
    std::string prefix = folder_.string() + "/";
    for (auto at = message.find(prefix); at != message.npos; at = message.find(prefix))
      message.erase(at, prefix.size());
    return message;
  }

 private:
  std::filesystem::path folder_;
};
