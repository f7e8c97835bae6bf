#include "util/byte_reader.hpp"

#include <unistd.h>

#include <cerrno>

namespace util {

bool ByteReader::fill() {
  if (error_ != 0) return false;
  before_ += filled_;
  at_ = filled_ = 0;
  for (;;) {
    ssize_t count = read(descriptor_, buffer_.data(), buffer_.size());
    if (count >= 0) {
      filled_ = static_cast<std::size_t>(count);
      return count > 0;
    }
    if (errno == EINTR && !(gives_up_ && gives_up_())) continue;
    error_ = errno;
    return false;
  }
}

std::string_view ByteReader::ahead() {
  if (peek() == kEnd) return {};
  return {buffer_.data() + at_, filled_ - at_};
}

bool ByteReader::seek(std::uint64_t offset) {
  if (lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0) return false;
  before_ = offset;
  at_ = filled_ = 0;
  return true;
}

}  // namespace util
