#include "batch/manifest.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <unordered_map>

#include "batch/found.hpp"
#include "batch/ids.hpp"
#include "batch/manifest_rows.hpp"
#include "batch/zip.hpp"
#include "util/descriptor.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace batch {
namespace {

using MakeRows = std::unique_ptr<ManifestRows> (*)(util::ByteReader&);

class Manifest : public Source {
 public:
  Manifest(const std::string& path, MakeRows make_rows, std::function<bool()> gives_up)
      : path_(path),
        folder_(std::filesystem::path(path).parent_path()),
        // O_NONBLOCK: a pipe put in its place must not make us wait.
        file_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)),
        bytes_(file_.number()),
        make_rows_(make_rows),
        gives_up_(std::move(gives_up)) {}

  std::optional<Input> next() override {
    if (is_done_) return std::nullopt;
    if (!rows_) {
      if (file_.number() < 0) return end(std::strerror(errno_));
      rows_ = make_rows_(bytes_);
      if (auto problem = rows_->problem(); !problem.empty()) return end(problem);
    }
    ManifestRow row;
    if (rows_->next(row)) return answer(row);
    if (bytes_.error() != 0) return end(std::strerror(bytes_.error()));
    if (!has_answered_) return end("it lists no paper");
    is_done_ = true;
    return std::nullopt;
  }

 private:
  Input end(const std::string& problem) {
    is_done_ = true;
    return stuck_at(path_, problem);
  }

  Input answer(ManifestRow& row) {
    has_answered_ = true;
    std::string problem = row.problem;
    if (problem.empty()) problem = trouble_with_file(row.file);
    if (problem.empty() && !row.id.empty()) problem = repeated(row.id, row.line);
    Input input;
    if (problem.empty()) {
      input = look_at((folder_ / row.file).string());
      problem = input.problem;
    } else {
      // The row's own, as another one may have named the same file.
      input.path = fmt::format("{}:{}", path_, row.line);
      input.id = row.file.empty() ? input.path : id_of(row.file);
    }
    if (!row.id.empty()) input.id = row.id;
    if (problem.empty() && !row.supplement.empty()) {
      std::string path = (folder_ / row.supplement).string();
      problem = trouble_with_supplement(row.supplement, path);
      input.supplement = Supplement{path, path, 0, nullptr};
    }
    if (!problem.empty()) {
      input.file.clear();
      input.problem = fmt::format("{}: line {} (paper {}): {}", path_, row.line, input.id, problem);
    }
    input.row = std::move(row.row);
    return input;
  }

  static std::string trouble_with_file(const std::string& file) {
    if (file.empty()) return "it names no file";
    return file.find('\0') == std::string::npos ? "" : "the name of its file contains a NUL";
  }

  // Of one that is named and is not there somebody must know before papers pass without it.
  static std::string trouble_with_supplement(const std::string& name, const std::string& path) {
    if (name.find('\0') != std::string::npos) return "the name of its supplement contains a NUL";
    struct stat facts;
    if (stat(path.c_str(), &facts) != 0)
      return fmt::format("its supplement {} cannot be read: {}", name, std::strerror(errno));
    return S_ISREG(facts.st_mode) ? "" : fmt::format("its supplement {} is no file", name);
  }

  std::string repeated(const std::string& id, std::size_t line) {
    // By a part of the hash, so that a long id takes no more memory than a short one.
    auto [first, is_new] = lines_.emplace(util::sha256(id).substr(0, 24), line);
    if (is_new) return "";
    return fmt::format("this id stands in line {} already", first->second);
  }

  Input look_at(const std::string& path) const {
    struct stat facts;
    if (stat(path.c_str(), &facts) == 0)
      return S_ISDIR(facts.st_mode) ? stuck_at(path, "this is a folder") : found_at(path);
    int error = errno;
    if (auto in_zip = error == ENOTDIR ? open_in_zip(path, {}, gives_up_) : nullptr)
      if (auto input = in_zip->next()) return *input;
    return stuck_at(path, error == ENOENT ? "no such file" : std::strerror(error));
  }

  std::string path_;
  std::filesystem::path folder_;
  util::Descriptor file_;
  int errno_ = errno;
  util::ByteReader bytes_;
  MakeRows make_rows_;
  std::function<bool()> gives_up_;
  std::unique_ptr<ManifestRows> rows_;
  std::unordered_map<std::string, std::size_t> lines_;  // of ids
  bool is_done_ = false;
  bool has_answered_ = false;
};

}  // namespace

std::vector<std::string> names_in(std::string_view list) {
  std::vector<std::string> names;
  if (list.find_first_not_of("; \t\r\n") == std::string_view::npos) return names;
  for (const std::string& name : util::split(list, ';')) names.emplace_back(util::trim(name));
  while (!names.empty() && names.back().empty()) names.pop_back();
  return names;
}

std::unique_ptr<Source> open_csv_manifest(const std::string& path, std::function<bool()> gives_up) {
  return std::make_unique<Manifest>(path, &csv_rows, std::move(gives_up));
}

std::unique_ptr<Source> open_json_manifest(const std::string& path,
                                           std::function<bool()> gives_up) {
  return std::make_unique<Manifest>(path, &json_rows, std::move(gives_up));
}

}  // namespace batch
