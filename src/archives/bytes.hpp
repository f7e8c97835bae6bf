// Bytes read where they lie: those of an open file, or of memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace archives {

class Bytes {
 public:
  explicit Bytes(int file);
  explicit Bytes(std::string_view held) : held_(held), size_(held.size()) {}

  std::uint64_t size() const { return size_; }  // 0 where the file cannot tell
  // All of them, or false.
  bool read(std::uint64_t offset, std::size_t count, std::string& into) const;

 private:
  int file_ = -1;  // none: they are held
  std::string_view held_;
  std::uint64_t size_ = 0;
};

// Little-endian numbers of 2, 4 and 8 bytes; 0 behind the end.
std::uint64_t number_at(std::string_view bytes, std::size_t at, int length);

}  // namespace archives
