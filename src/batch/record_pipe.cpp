#include "batch/record_pipe.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <utility>

#include "batch/record.hpp"

namespace batch {
namespace {

constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kChunk = 64 * 1024;  // a pipe holds no more by default
constexpr int kMostChunks = 16;            // then the neighbours have their turn

std::size_t announced(std::string_view bytes) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i)
    length |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return length;
}

bool write_all(int pipe, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t count = write(pipe, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

bool write_record(int pipe, std::string_view record) {
  std::array<char, kLengthBytes> length;
  for (std::size_t i = 0; i < kLengthBytes; ++i)
    length[i] = static_cast<char>(record.size() >> (8 * i));
  return write_all(pipe, {length.data(), length.size()}) && write_all(pipe, record);
}

RecordReader::State RecordReader::read(int pipe) {
  static thread_local std::array<char, kChunk> chunk;
  for (int turn = 0; turn < kMostChunks; ++turn) {
    ssize_t count = ::read(pipe, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) break;
    if (count <= 0) return State::ended;
    bytes_.append(chunk.data(), static_cast<std::size_t>(count));
    if (judge() == State::broken) return State::broken;
  }
  return judge();
}

RecordReader::State RecordReader::judge() const {
  if (bytes_.size() < kLengthBytes) return State::waiting;
  std::size_t length = announced(bytes_), got = bytes_.size() - kLengthBytes;
  if (length > kMostRecordBytes || got > length) return State::broken;
  return got == length ? State::complete : State::waiting;
}

bool RecordReader::is_whole() const {
  return judge() == State::complete;
}

std::string RecordReader::take() {
  std::string record = std::exchange(bytes_, {});
  if (record.size() >= kLengthBytes) record.erase(0, kLengthBytes);
  return record;
}

}  // namespace batch
