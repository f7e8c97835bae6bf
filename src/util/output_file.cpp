#include "util/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <streambuf>
#include <utility>

#include "util/descriptor.hpp"
#include "util/format.hpp"

namespace util {
namespace {

namespace fs = std::filesystem;

Error system_error(const fs::path& path) {
  return {fmt::format("cannot write {}: {}", path.string(), std::strerror(errno))};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t count = write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// What a new file would get; mkstemp gives 0600.
mode_t usual_mode() {
  mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

// To a descriptor, 64 KiB at a time; an error stays.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) { make_room(); }

  int error() const { return error_; }

 protected:
  int overflow(int c) override {
    if (sync() != 0) return traits_type::eof();
    if (c != traits_type::eof()) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }

  int sync() override {
    std::string_view held(pbase(), static_cast<std::size_t>(pptr() - pbase()));
    if (!write_all(descriptor_, held)) {
      error_ = errno;
      return -1;
    }
    make_room();
    return 0;
  }

 private:
  void make_room() { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

  int descriptor_;
  int error_ = 0;
  std::array<char, 1 << 16> buffer_;
};

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

class Written : public OutputFile {
 public:
  Written(fs::path path, int descriptor)
      : path_(std::move(path)), file_(descriptor), buffer_(descriptor), stream_(&buffer_) {}

  std::ostream& stream() override { return stream_; }

  std::optional<Error> commit() override {
    if (stream_.flush() && finish(file_)) return std::nullopt;
    if (buffer_.error() != 0) errno = buffer_.error();
    return system_error(path_);
  }

 protected:
  virtual bool finish(Descriptor& file) { return file.close(); }

 private:
  fs::path path_;  // as the user gave it
  Descriptor file_;
  DescriptorBuffer buffer_;
  std::ostream stream_;
};

class Replacing : public Written {
 public:
  Replacing(fs::path path, int descriptor, std::string name, fs::path target, mode_t mode)
      : Written(std::move(path), descriptor),
        name_(std::move(name)),
        target_(std::move(target)),
        mode_(mode) {}

  ~Replacing() override {
    if (!name_.empty()) unlink(name_.c_str());
  }

 protected:
  bool finish(Descriptor& file) override {
    if (fchmod(file.number(), mode_) != 0 || fsync(file.number()) != 0 || !file.close() ||
        rename(name_.c_str(), target_.c_str()) != 0)
      return false;
    name_.clear();
    sync_folder_of(target_);
    return true;
  }

 private:
  std::string name_;  // of the temporary file; none once it is renamed
  fs::path target_;
  mode_t mode_;
};

using Opened = Expected<std::unique_ptr<OutputFile>>;

Opened open_directly(const fs::path& path) {
  int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return system_error(path);
  return Opened(std::make_unique<Written>(path, descriptor));
}

}  // namespace

std::optional<Error> find_obstacle(const fs::path& path) {
  if (path.empty()) return Error{"cannot write to a file without a name"};
  struct stat facts;
  bool exists = stat(path.c_str(), &facts) == 0;
  if (exists && S_ISDIR(facts.st_mode))
    return Error{fmt::format("cannot write {}: it is a folder", path.string())};
  bool is_replaced = !exists || S_ISREG(facts.st_mode);
  fs::path needed = is_replaced ? folder_of(path) : path;
  if (access(needed.c_str(), W_OK) != 0) return system_error(path);
  return std::nullopt;
}

Opened OutputFile::open(const fs::path& path) {
  struct stat facts;
  bool exists = stat(path.c_str(), &facts) == 0;
  if (exists && !S_ISREG(facts.st_mode)) return open_directly(path);
  std::error_code error;
  fs::path target = fs::weakly_canonical(path, error);  // a link stays, what it names is replaced
  if (error) return Error{fmt::format("cannot write {}: {}", path.string(), error.message())};
  std::string name = target.string() + ".XXXXXX";
  int descriptor = mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) return system_error(path);
  mode_t mode = exists ? facts.st_mode & 07777 : usual_mode();
  return Opened(
      std::make_unique<Replacing>(path, descriptor, std::move(name), std::move(target), mode));
}

std::optional<Error> write_file(const fs::path& path, std::string_view bytes) {
  auto file = OutputFile::open(path);
  if (!file) return file.error();
  (*file)->stream() << bytes;
  return (*file)->commit();
}

void sync_folder_of(const fs::path& path) {
  Descriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.number() >= 0) fsync(folder.number());
}

}  // namespace util
