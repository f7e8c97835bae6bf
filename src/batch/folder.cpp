#include "batch/folder.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "batch/found.hpp"
#include "batch/ids.hpp"

namespace batch {
namespace {

struct Level {
  std::string path;                // ends in a slash
  std::vector<std::string> names;  // last first; those of folders end in a slash
};

bool is_folder(int folder, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
  struct stat facts;
  return fstatat(folder, entry.d_name, &facts, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(facts.st_mode);
}

bool leads_to_folder(int folder, const dirent& entry) {
  struct stat facts;
  return (entry.d_type == DT_LNK || entry.d_type == DT_UNKNOWN) &&
         fstatat(folder, entry.d_name, &facts, 0) == 0 && S_ISDIR(facts.st_mode);
}

// False with errno where the folder cannot be read to its end.
bool list(DIR* stream, std::vector<std::string>& names) {
  int folder = dirfd(stream);
  for (errno = 0; const dirent* entry = readdir(stream); errno = 0) {
    std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    if (is_folder(folder, *entry))
      names.push_back(name + '/');
    else if (ends_in(name, ".pdf") && !leads_to_folder(folder, *entry))
      names.push_back(name);
  }
  if (errno != 0) return false;
  std::sort(names.rbegin(), names.rend());
  return true;
}

class Folder : public Source {
 public:
  explicit Folder(const std::string& path) : path_(path) {}

  std::optional<Input> next() override {
    if (!is_begun_) {
      is_begun_ = true;
      if (auto problem = enter(path_, 0)) return problem;
    }
    while (!levels_.empty()) {
      Level& level = levels_.back();
      if (level.names.empty()) {
        levels_.pop_back();
        continue;
      }
      std::string path = level.path + level.names.back();
      level.names.pop_back();
      if (!path.ends_with('/')) return answer(found_at(std::move(path)));
      path.pop_back();
      if (auto problem = enter(path, O_NOFOLLOW)) return problem;
    }
    if (has_answered_) return std::nullopt;
    return answer(stuck_at(path_, "no file in this folder ends in .pdf"));
  }

 private:
  Input answer(Input input) {
    has_answered_ = true;
    return input;
  }

  std::optional<Input> enter(const std::string& path, int how) {
    int number = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | how);
    DIR* stream = number < 0 ? nullptr : fdopendir(number);
    if (!stream) return answer(stuck_at(path, std::strerror(errno)));
    Level level{path.ends_with('/') ? path : path + '/', {}};
    bool is_whole = list(stream, level.names);
    int error = errno;
    closedir(stream);
    levels_.push_back(std::move(level));
    if (is_whole) return std::nullopt;
    return answer(stuck_at(path, std::strerror(error)));
  }

  std::string path_;
  std::vector<Level> levels_;
  bool is_begun_ = false;
  bool has_answered_ = false;
};

}  // namespace

std::unique_ptr<Source> open_folder(const std::string& path) {
  return std::make_unique<Folder>(path);
}

}  // namespace batch
