// Files that appear complete or not at all.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string_view>

#include "util/expected.hpp"

namespace util {

// Why write_file would fail, as far as can be told beforehand.
std::optional<Error> find_obstacle(const std::filesystem::path& path);

// Written piece by piece through a temporary file beside it, and renamed when it is whole; what is
// no regular file (a device, a pipe) is written to directly.
class OutputFile {
 public:
  static Expected<std::unique_ptr<OutputFile>> open(const std::filesystem::path& path);
  virtual ~OutputFile() = default;  // without commit() nothing appears

  virtual std::ostream& stream() = 0;
  // What went wrong while it was written or now; then what stood there before still stands.
  virtual std::optional<Error> commit() = 0;
};

// The same for bytes that are there already.
std::optional<Error> write_file(const std::filesystem::path& path, std::string_view bytes);

// A name is as durable as its folder: after this, a power failure does not undo a rename in it.
// Some file systems cannot; nothing is lost then but that promise.
void sync_folder_of(const std::filesystem::path& path);

}  // namespace util
