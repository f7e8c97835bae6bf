#include "packs/search.hpp"

#include <algorithm>
#include <cstdint>
#include <system_error>
#include <utility>

#include "packs/settings.hpp"
#include "util/file.hpp"
#include "util/format.hpp"

namespace packs {
namespace {

namespace fs = std::filesystem;

// Someone may point the search at a home folder.
constexpr int kDeepest = 6;
constexpr std::size_t kMostEntries = 20000;
// The packs that ship have 10 KB; more is a mistake or an attack.
constexpr std::uint64_t kMostBytes = 1 << 20;

// A file of settings is no pack, wherever it lies.
bool may_be_pack(const fs::path& file) {
  return file.extension() == ".toml" && file.filename() != kSettingsFile;
}

std::vector<fs::path> toml_files(const Folder& folder, fs::directory_options options,
                                 std::error_code& error) {
  std::vector<fs::path> files;
  std::size_t seen = 0;
  for (auto entry = fs::recursive_directory_iterator(folder.path, options, error);
       !error && entry != fs::recursive_directory_iterator() && ++seen <= kMostEntries;
       entry.increment(error)) {
    if (folder.is_alone || entry.depth() >= kDeepest) entry.disable_recursion_pending();
    std::error_code unreadable;
    if (may_be_pack(entry->path()) && entry->is_regular_file(unreadable))
      files.push_back(entry->path());
  }
  // A folder lists its files in no order of its own; which of two packs of one id wins must not
  // change.
  std::sort(files.begin(), files.end());
  return files;
}

void add(Index& index, const Folder& folder, const std::vector<fs::path>& files) {
  for (const fs::path& file : files)
    index.try_emplace(file.stem().string(),
                      Found{file, file.lexically_relative(folder.path).generic_string()});
}

// Not all folders of a search have to be there.
bool is_absent(const std::error_code& error) {
  return error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
}

bool is_too_large(const fs::path& file) {
  std::error_code error;
  auto size = fs::file_size(file, error);
  return !error && size > kMostBytes;
}

}  // namespace

Index find_packs(const SearchPath& path) {
  Index index;
  for (const Folder& folder : path) {
    std::error_code unheard;
    add(index, folder, toml_files(folder, fs::directory_options::skip_permission_denied, unheard));
  }
  return index;
}

util::Expected<Index> read_packs(const SearchPath& path) {
  Index index;
  for (const Folder& folder : path) {
    std::error_code error;
    auto files = toml_files(folder, fs::directory_options::none, error);
    if (error && !is_absent(error))
      return util::Error{fmt::format("{}: {}", folder.path.string(), error.message())};
    add(index, folder, files);
  }
  for (auto& [id, found] : index) {
    if (is_too_large(found.file)) continue;
    auto bytes = bytes_of(found);
    if (!bytes) return bytes.error();
    found.bytes = std::make_shared<const std::string>(std::move(*bytes));
  }
  return index;
}

util::Expected<std::string> bytes_of(const Found& file) {
  return file.bytes ? util::Expected(*file.bytes) : util::read_file(file.file, kMostBytes);
}

std::vector<std::string> ids(const Index& index) {
  std::vector<std::string> all;
  for (const auto& [id, found] : index) all.push_back(id);
  return all;
}

bool is_path(std::string_view name) {
  return name.find('/') != std::string_view::npos || name.ends_with(".toml");
}

}  // namespace packs
