#include "cli/settings_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>

#include "packs/settings.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

// "." and ".." are called after where they lead, links after where they lie.
bool has_name(const fs::path& path) {
  return !path.filename().empty() && path.filename() != "." && path.filename() != "..";
}

std::optional<fs::path> real(const fs::path& path) {
  std::error_code error;
  fs::path found = fs::canonical(path.empty() ? "." : path, error);
  return error ? std::nullopt : std::optional(std::move(found));
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return path != "-" && fs::is_directory(path, error);
}

fs::path without_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

// The folder in which the search begins: what lies in a folder that is judged is not ours.
std::optional<fs::path> begin_of(const std::string& given) {
  if (given == "-") return real(".");
  fs::path path = without_slashes(given);
  if (has_name(path)) return real(path.parent_path());
  auto folder = real(path);
  return folder ? std::optional(folder->parent_path()) : std::nullopt;
}

bool is_within(const fs::path& path, const fs::path& folder) {
  auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

class Search {
 public:
  explicit Search(const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
      if (is_folder(path))
        if (auto folder = real(path)) judged_.push_back(*folder);
    for (const fs::path& folder : judged_)
      if (fs::path file = folder / packs::kSettingsFile; exists(file))
        pass_over(file, "lies in a folder that is judged");
  }

  // "" where there is none.
  fs::path from(const fs::path& begin) {
    auto known = found_.find(begin);
    return known != found_.end() ? known->second : found_[begin] = look(begin);
  }
  std::vector<std::string> take_remarks() { return std::move(remarks_); }

 private:
  static bool exists(const fs::path& file) {
    struct stat facts;
    return stat(file.c_str(), &facts) == 0;
  }

  void pass_over(const fs::path& file, std::string_view why) {
    std::string remark = fmt::format("{} is not read, since it {}; --settings FILE reads it",
                                     util::printable(file.string()), why);
    if (std::find(remarks_.begin(), remarks_.end(), remark) == remarks_.end())
      remarks_.push_back(std::move(remark));
  }

  fs::path look(const fs::path& begin) {
    struct stat first, facts;
    if (stat(begin.c_str(), &first) != 0) return "";
    for (fs::path folder = begin;; folder = folder.parent_path()) {
      if (stat(folder.c_str(), &facts) != 0 || facts.st_dev != first.st_dev) return "";
      if (fs::path file = folder / packs::kSettingsFile; is_ours(file)) return file;
      if (folder == folder.parent_path()) return "";
    }
  }

  // In a folder for all, such as /tmp, anybody may leave one.
  bool is_ours(const fs::path& file) {
    struct stat facts;
    if (stat(file.c_str(), &facts) != 0) return false;
    auto is_around = [&](const fs::path& folder) { return is_within(file, folder); };
    if (std::any_of(judged_.begin(), judged_.end(), is_around)) {
      pass_over(file, "lies in a folder that is judged");
      return false;
    }
    bool is_trusted = geteuid() == 0 || facts.st_uid == 0 || facts.st_uid == geteuid();
    if (!is_trusted) pass_over(file, "belongs to another user");
    return is_trusted;
  }

  std::vector<fs::path> judged_;
  std::map<fs::path, fs::path> found_;
  std::vector<std::string> remarks_;
};

util::Expected<SettingsFile> named(const std::string& name) {
  if (name == "none") return SettingsFile{};
  auto folder = real(fs::path(name).parent_path());
  if (!folder) return util::Error{fmt::format("--settings {}: no such file", name)};
  return SettingsFile{*folder / fs::path(name).filename(), {}};
}

std::string shown(const fs::path& file) {
  return file.empty() ? "none" : util::printable(file.string());
}

}  // namespace

util::Expected<SettingsFile> find_settings(const Request& request) {
  if (request.has("--settings")) return named(request.value("--settings"));
  std::vector<std::string> paths = request.arguments;
  // Where results lie says nothing of where they came from.
  const bool reads_results = request.command->name == "merge" || request.command->name == "report";
  if (paths.empty() || reads_results) paths = {"-"};
  Search search(paths);
  SettingsFile found;
  const std::string* first = nullptr;
  for (const std::string& path : paths) {
    auto begin = begin_of(path);
    if (!begin) continue;  // it leads nowhere, which is said elsewhere
    fs::path file = search.from(*begin);
    if (first && file != found.file)
      return util::Error{fmt::format(
          "{} and {} have different settings ({} and {}); check them one by one, or say --settings",
          *first, path, shown(found.file), shown(file))};
    found.file = std::move(file);
    first = &path;
  }
  found.remarks = search.take_remarks();
  return found;
}

}  // namespace cli
