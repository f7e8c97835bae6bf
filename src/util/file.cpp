#include "util/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "util/descriptor.hpp"
#include "util/format.hpp"

namespace util {
namespace {

Error system_error(const std::filesystem::path& path) {
  return {fmt::format("{}: {}", path.string(), std::strerror(errno))};
}

}  // namespace

Expected<std::string> read_file(const std::filesystem::path& path, std::uint64_t most_bytes) {
  // O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
  Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (file.number() < 0) return system_error(path);
  struct stat facts;
  if (fstat(file.number(), &facts) != 0) return system_error(path);
  if (!S_ISREG(facts.st_mode)) return Error{fmt::format("{}: not a regular file", path.string())};
  if (static_cast<std::uint64_t>(facts.st_size) > most_bytes)
    return Error{fmt::format("{}: {} bytes, more than the limit of {}", path.string(),
                             facts.st_size, most_bytes)};
  std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    ssize_t count = read(file.number(), bytes.data() + got, bytes.size() - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(path);
    if (count == 0) break;  // truncated underneath: what is there is judged
    got += static_cast<std::size_t>(count);
  }
  bytes.resize(got);
  return bytes;
}

}  // namespace util
