#include "util/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

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

std::optional<Error> write_directly(const fs::path& path, std::string_view bytes) {
  Descriptor file(open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (file.number() < 0 || !write_all(file.number(), bytes)) return system_error(path);
  return std::nullopt;
}

// What a new file would get; mkstemp gives 0600.
mode_t usual_mode() {
  mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

bool write_durably(Descriptor& file, std::string_view bytes, mode_t mode) {
  return fchmod(file.number(), mode) == 0 && write_all(file.number(), bytes) &&
         fsync(file.number()) == 0 && file.close();
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
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

std::optional<Error> write_file(const fs::path& path, std::string_view bytes) {
  struct stat facts;
  bool exists = stat(path.c_str(), &facts) == 0;
  if (exists && !S_ISREG(facts.st_mode)) return write_directly(path, bytes);
  std::error_code error;
  fs::path target = fs::weakly_canonical(path, error);  // a link stays, what it names is replaced
  if (error) return Error{fmt::format("cannot write {}: {}", path.string(), error.message())};
  std::string name = target.string() + ".XXXXXX";
  Descriptor file(mkostemp(name.data(), O_CLOEXEC));
  if (file.number() < 0) return system_error(path);
  mode_t mode = exists ? facts.st_mode & 07777 : usual_mode();
  if (write_durably(file, bytes, mode) && rename(name.c_str(), target.c_str()) == 0)
    return std::nullopt;
  auto failure = system_error(path);
  unlink(name.c_str());
  return failure;
}

}  // namespace util
