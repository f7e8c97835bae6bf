#include "batch/besides.hpp"

#include <dirent.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "batch/ids.hpp"

namespace batch {
namespace {

namespace fs = std::filesystem;

// Also of those that cannot be read, which is then said.
constexpr std::string_view kEndings[] = {".zip",    ".tar.gz",  ".tgz",  ".tar",
                                         ".tar.xz", ".txz",     ".7z",   ".tar.bz2",
                                         ".tbz2",   ".tar.zst", ".tzst", ".rar"};

// Without its ending; empty where it is no archive.
std::string_view stem_of_archive(std::string_view name) {
  for (std::string_view ending : kEndings)
    if (name.size() > ending.size() && ends_in(name, ending))
      return name.substr(0, name.size() - ending.size());
  return {};
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool is_called_like(std::string_view archive, std::string_view paper) {
  std::string_view stem = stem_of_archive(archive);
  if (stem.empty() || !stem.starts_with(paper)) return false;
  std::string rest = lower(stem.substr(paper.size()));
  return rest.empty() || rest.starts_with("-supp") || rest.starts_with("_supp");
}

// As paths are written that lead into it.
std::string folder_of(const std::string& path) {
  auto slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

std::vector<std::string> list(const std::string& folder) {
  std::vector<std::string> names;
  DIR* stream = opendir(folder.empty() ? "." : folder.c_str());
  if (!stream) return names;
  while (const dirent* entry = readdir(stream))
    if (!stem_of_archive(entry->d_name).empty() && entry->d_name[0] != '.')
      names.emplace_back(entry->d_name);
  closedir(stream);
  std::sort(names.begin(), names.end());
  return names;
}

// What says so in its name goes before what is only called like the paper.
std::optional<Supplement> choose(const std::vector<std::string>& paths) {
  if (paths.empty()) return std::nullopt;
  auto says_so = [](const std::string& path) {
    return lower(path.substr(path.rfind('/') + 1)).find("supp") != std::string::npos;
  };
  auto best = std::find_if(paths.begin(), paths.end(), says_so);
  const std::string& path = best == paths.end() ? paths.front() : *best;
  return Supplement{path, path, static_cast<int>(paths.size()) - 1, nullptr};
}

}  // namespace

std::optional<Supplement> Besides::find(const std::string& paper) {
  constexpr std::string_view kPaper = ".pdf", kSubmission = "Submission/";
  std::string folder = folder_of(paper);
  std::string name = paper.substr(folder.size());
  std::vector<std::string> paths;
  auto add = [&](const std::string& path) {
    std::error_code error;
    if (fs::is_regular_file(path, error) && !is_taken(path)) paths.push_back(path);
  };
  if (ends_in(name, kPaper)) {
    name.resize(name.size() - kPaper.size());
    for (const std::string& archive : archives_in(folder))
      if (is_called_like(archive, name)) add(folder + archive);
  }
  bool is_submission = folder == kSubmission || folder.ends_with('/' + std::string(kSubmission));
  if (is_submission && paths.empty()) {
    std::string beside = folder.substr(0, folder.size() - kSubmission.size()) + "Supplementary/";
    for (const std::string& archive : list(beside)) add(beside + archive);
  }
  return choose(paths);
}

const std::vector<std::string>& Besides::archives_in(const std::string& folder) {
  if (is_listed_ && folder == folder_) return archives_;
  archives_ = list(folder);
  folder_ = folder;
  is_listed_ = true;
  return archives_;
}

bool Besides::is_taken(const std::string& path) const {
  std::error_code error;
  return std::any_of(taken_.begin(), taken_.end(),
                     [&](const std::string& taken) { return fs::equivalent(taken, path, error); });
}

std::optional<Input> WithSupplements::next() {
  auto input = source_->next();
  bool may_have = input && input->problem.empty() && !input->supplement && !input->file.empty();
  if (may_have) input->supplement = besides_.find(input->file);
  return input;
}

std::optional<Input> WithOneSupplement::next() {
  auto input = source_->next();
  if (input && input->problem.empty()) input->supplement = Supplement{path_, path_, 0, nullptr};
  return input;
}

}  // namespace batch
