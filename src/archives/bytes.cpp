#include "archives/bytes.hpp"

#include <unistd.h>

#include <cerrno>

namespace archives {

// Not fstat(): glibc asks by a call that could look at any path, and that the walls refuse.
Bytes::Bytes(int file) : file_(file) {
  off_t end = lseek(file, 0, SEEK_END);
  if (end > 0) size_ = static_cast<std::uint64_t>(end);
}

bool Bytes::read(std::uint64_t offset, std::size_t count, std::string& into) const {
  // Before room is made: a header may ask for more than there is.
  if (offset > size_ || count > size_ - offset) return false;
  if (file_ < 0) {
    into.assign(held_.substr(static_cast<std::size_t>(offset), count));
    return true;
  }
  into.resize(count);
  for (std::size_t got = 0; got < count;) {
    ssize_t some = pread(file_, into.data() + got, count - got, static_cast<off_t>(offset + got));
    if (some < 0 && errno == EINTR) continue;
    if (some <= 0) return false;
    got += static_cast<std::size_t>(some);
  }
  return true;
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, int length) {
  std::uint64_t number = 0;
  for (int i = length; i-- > 0;) {
    auto place = at + static_cast<std::size_t>(i);
    auto byte = place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : 0;
    number = number << 8 | byte;
  }
  return number;
}

}  // namespace archives
