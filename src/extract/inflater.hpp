// Unpacks zlib data within bounds, again and again in the same memory.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

struct libdeflate_decompressor;

namespace extract {

class Inflater {
 public:
  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Where to put `size` bytes of packed data.
  std::span<unsigned char> input(std::size_t size) { return input_.room(size); }

  // What the first `packed` of them unpack to; none when that is more than `most` bytes, or when
  // the data are damaged or break off. What follows their end is left alone. The view holds until
  // the next call.
  std::optional<std::string_view> inflate(std::size_t packed, std::size_t most);
  // The last data were not what deflate writes, or broke off.
  bool was_damaged() const { return was_damaged_; }

 private:
  class Buffer {
   public:
    std::span<unsigned char> room(std::size_t size);
    void shrink();
    unsigned char* data() { return bytes_.get(); }
    std::size_t size() const { return size_; }

   private:
    std::unique_ptr<unsigned char[]> bytes_;
    std::size_t size_ = 0;
  };
  libdeflate_decompressor* decompressor_;
  Buffer input_, output_;
  bool was_damaged_ = false;
};

}  // namespace extract
