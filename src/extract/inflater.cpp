#include "extract/inflater.hpp"

#include <libdeflate.h>

#include <algorithm>

namespace extract {
namespace {

// Content streams shrink to a quarter or a fifth; whoever packs better costs a second try.
constexpr std::size_t kRatio = 6;
constexpr std::size_t kLeast = 16'384;
constexpr std::size_t kKept = 4'000'000;  // bytes kept for the next stream; more is given back

}  // namespace

Inflater::Inflater() : decompressor_(libdeflate_alloc_decompressor()) {}

Inflater::~Inflater() {
  if (decompressor_) libdeflate_free_decompressor(decompressor_);
}

// Not cleared: pages would be written twice.
std::span<unsigned char> Inflater::Buffer::room(std::size_t size) {
  if (size > size_) {
    bytes_.reset();
    bytes_.reset(new unsigned char[size]);
    size_ = size;
  }
  return {bytes_.get(), size};
}

void Inflater::Buffer::shrink() {
  if (size_ <= kKept) return;
  bytes_.reset();
  size_ = 0;
}

std::optional<std::string_view> Inflater::inflate(std::size_t packed, std::size_t most) {
  was_damaged_ = false;
  if (!decompressor_ || packed > input_.size()) return std::nullopt;
  if (output_.size() > kKept) output_.shrink();
  // Deflate makes at most 1,032 bytes of one, so small streams never ask for much.
  const std::size_t reachable = std::min(most, packed * 1032 + kLeast);
  for (std::size_t room = std::max(packed * kRatio, kLeast);; room *= 4) {
    room = std::min(room, reachable);
    const auto out = output_.room(std::max<std::size_t>(room, 1));
    std::size_t used = 0, got = 0;
    const libdeflate_result result = libdeflate_zlib_decompress_ex(
        decompressor_, input_.data(), packed, out.data(), room, &used, &got);
    if (result == LIBDEFLATE_SUCCESS) {
      input_.shrink();
      return std::string_view(reinterpret_cast<const char*>(out.data()), got);
    }
    was_damaged_ = result == LIBDEFLATE_BAD_DATA || result == LIBDEFLATE_SHORT_OUTPUT;
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE || room >= reachable) return std::nullopt;
  }
}

}  // namespace extract
