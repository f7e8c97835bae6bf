#include "batch/open_sources.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "batch/folder.hpp"
#include "batch/found.hpp"
#include "batch/ids.hpp"
#include "batch/manifest.hpp"
#include "batch/zip.hpp"
#include "util/byte_reader.hpp"
#include "util/format.hpp"

namespace batch {
namespace {

// Longer than any path that Linux opens.
constexpr std::size_t kLongestName = 4096;

class One : public Source {
 public:
  explicit One(Input input) : input_(std::move(input)) {}
  std::optional<Input> next() override { return std::exchange(input_, std::nullopt); }

 private:
  std::optional<Input> input_;
};

std::unique_ptr<Source> one(Input input) {
  return std::make_unique<One>(std::move(input));
}

std::unique_ptr<Source> open_path(const std::string& path, const std::function<bool()>& gives_up) {
  struct stat facts;
  if (stat(path.c_str(), &facts) != 0) {
    int error = errno;
    if (auto in_zip = error == ENOTDIR ? open_in_zip(path, {}, gives_up) : nullptr) return in_zip;
    return one(stuck_at(path, error == ENOENT ? "no such file or folder" : std::strerror(error)));
  }
  if (S_ISDIR(facts.st_mode)) return open_folder(path);
  if (!S_ISREG(facts.st_mode)) return one(found_at(path));  // whoever opens it says what it is
  if (ends_in(path, ".csv")) return open_csv_manifest(path, gives_up);
  if (ends_in(path, ".ndjson") || ends_in(path, ".jsonl"))
    return open_json_manifest(path, gives_up);
  if (ends_in(path, ".zip")) return open_zip(path, {}, gives_up);
  return one(found_at(path));
}

// What lies behind the names that `next_name` gives, one after another.
class Chain : public Source {
 public:
  std::optional<Input> next() override {
    for (;;) {
      if (!current_) current_ = open_next();
      if (!current_) return std::nullopt;
      if (auto input = current_->next()) return input;
      current_.reset();
    }
  }

 protected:
  virtual std::unique_ptr<Source> open_next() = 0;

 private:
  std::unique_ptr<Source> current_;
};

class Names : public Chain {
 public:
  explicit Names(const SourceOptions& options)
      : gives_up_(options.gives_up),
        bytes_(options.names, gives_up_),
        is_nul_(options.names_end_in_nul) {}

 protected:
  std::unique_ptr<Source> open_next() override {
    if (!is_begun_ && bytes_.ahead().find('\0') != std::string_view::npos) is_nul_ = true;
    is_begun_ = true;
    std::string name;
    while (bytes_.peek() != util::ByteReader::kEnd) {
      std::size_t length = read_name(name);
      if (bytes_.error() != 0) break;  // the name may have been cut short
      is_named_ = is_named_ || length > 0;
      if (length > name.size())
        return one(
            stuck_at(name, fmt::format("a path cannot be as long as these {} bytes", length)));
      if (!name.empty()) return open_path(name, gives_up_);
    }
    // Whoever made the list may have found nothing by mistake.
    if (bytes_.error() == 0 && !is_named_ && !std::exchange(has_complained_, true))
      return one(stuck_at("-", "standard input names no paper"));
    if (bytes_.error() == 0 || bytes_.error() == EINTR || has_complained_) return nullptr;
    has_complained_ = true;
    return one(
        stuck_at("-", fmt::format("the names on standard input cannot be read to the end: {}",
                                  std::strerror(bytes_.error()))));
  }

 private:
  // Its length, of which no more is kept than could be a path.
  std::size_t read_name(std::string& name) {
    std::size_t length = 0;
    name.clear();
    for (bool is_over = false; !is_over && bytes_.peek() != util::ByteReader::kEnd;) {
      auto some = bytes_.ahead();
      auto end = some.find(is_nul_ ? '\0' : '\n');
      is_over = end != std::string_view::npos;
      bytes_.skip(is_over ? end + 1 : some.size());
      some = some.substr(0, end);
      length += some.size();
      name += some.substr(0, kLongestName - name.size());
    }
    if (!is_nul_ && length == name.size() && name.ends_with('\r')) {
      name.pop_back();
      --length;
    }
    return length;
  }

  std::function<bool()> gives_up_;
  util::ByteReader bytes_;
  bool is_nul_;
  bool is_begun_ = false;
  bool is_named_ = false;
  bool has_complained_ = false;
};

class Paths : public Chain {
 public:
  Paths(std::vector<std::string> paths, SourceOptions options)
      : paths_(std::move(paths)), options_(std::move(options)) {}

  std::optional<std::size_t> count() const override {
    auto is_file = [](const std::string& path) {
      return ends_in(path, ".pdf") && !is_folder(path);
    };
    if (!std::all_of(paths_.begin(), paths_.end(), is_file)) return std::nullopt;
    return paths_.size();
  }

 protected:
  std::unique_ptr<Source> open_next() override {
    if (at_ == paths_.size()) return nullptr;
    const std::string& path = paths_[at_++];
    if (path == "-") return std::make_unique<Names>(options_);
    return open_path(path, options_.gives_up);
  }

 private:
  static bool is_folder(const std::string& path) {
    struct stat facts;
    return stat(path.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode);
  }

  std::vector<std::string> paths_;
  SourceOptions options_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<Source> open_sources(std::vector<std::string> paths, SourceOptions options) {
  return std::make_unique<Paths>(std::move(paths), std::move(options));
}

}  // namespace batch
