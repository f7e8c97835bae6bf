// Bytes of a descriptor one after another, through a buffer of fixed size.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>

namespace util {

class ByteReader {
 public:
  // Waiting goes on after a signal unless `gives_up` says otherwise. The descriptor stays the
  // caller's.
  explicit ByteReader(int descriptor, std::function<bool()> gives_up = {})
      : descriptor_(descriptor), gives_up_(std::move(gives_up)) {}

  static constexpr int kEnd = -1;  // or an error, or given up
  int next() {
    int byte = peek();
    if (byte != kEnd) ++at_;
    return byte;
  }
  int peek() { return at_ < filled_ || fill() ? static_cast<unsigned char>(buffer_[at_]) : kEnd; }
  // What is read already, at least one byte where there is one.
  std::string_view ahead();
  void skip(std::size_t count) { at_ += count; }  // of those

  // Where next() stands, and going there again; for regular files.
  std::uint64_t offset() const { return before_ + at_; }
  bool seek(std::uint64_t offset);

  int error() const { return error_; }  // an errno; 0 = none

 private:
  bool fill();

  int descriptor_;
  std::function<bool()> gives_up_;
  std::array<char, 64 * 1024> buffer_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  std::uint64_t before_ = 0;  // bytes that lay in the buffer earlier
  int error_ = 0;
};

}  // namespace util
