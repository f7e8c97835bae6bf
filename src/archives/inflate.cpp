#include "archives/inflate.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <new>

namespace archives {
namespace {

constexpr int kStored = 0, kDeflated = 8;
// One entry's packed bytes stay for the next; more is given back.
constexpr std::size_t kKept = 4'000'000;
// gzip's length of what it holds counts modulo 2^32, and that of the last part alone.
constexpr std::size_t kLeastRoom = 1 << 16;

}  // namespace

Inflater::Inflater() : decompressor_(libdeflate_alloc_decompressor()) {
  if (!decompressor_) throw std::bad_alloc();
}

Inflater::~Inflater() {
  libdeflate_free_decompressor(decompressor_);
}

Refusal Inflater::take_out(const Bytes& zip, const ZipEntry& entry, std::size_t most,
                           std::string& into) {
  if (is_encrypted(entry)) return Refusal::encrypted;
  if (entry.method != kStored && entry.method != kDeflated) return Refusal::unknown_method;
  if (entry.unpacked > most || entry.packed > most + 1024) return Refusal::too_large;
  std::uint64_t begin = find_bytes(zip, entry);
  std::string& packed = entry.method == kStored ? into : packed_;
  if (begin == 0 || !zip.read(begin, static_cast<std::size_t>(entry.packed), packed))
    return Refusal::broken;
  if (entry.method == kDeflated) {
    Refusal refusal = inflate(entry, into);
    if (packed_.size() > kKept) packed_ = {};
    if (refusal != Refusal::none) return refusal;
  }
  bool is_whole = into.size() == entry.unpacked &&
                  libdeflate_crc32(0, into.data(), into.size()) == entry.checksum;
  return is_whole ? Refusal::none : Refusal::broken;
}

Refusal Inflater::inflate(const ZipEntry& entry, std::string& into) {
  // Deflate makes at most 1,032 bytes of one: a small entry that lies gets no more room than that.
  std::uint64_t reachable = 1032 * entry.packed + 1024;
  if (entry.unpacked > reachable) return Refusal::broken;
  into.resize(static_cast<std::size_t>(entry.unpacked));
  std::size_t got = 0;
  auto result = libdeflate_deflate_decompress(decompressor_, packed_.data(), packed_.size(),
                                              into.data(), into.size(), &got);
  if (result != LIBDEFLATE_SUCCESS) return Refusal::broken;
  into.resize(got);
  return Refusal::none;
}

Refusal Inflater::gunzip(std::string_view packed, std::size_t most, std::string& into) {
  if (packed.size() < 18) return Refusal::broken;
  auto said = static_cast<std::size_t>(number_at(packed, packed.size() - 4, 4));
  if (said > most) return Refusal::too_large;
  into.resize(std::max(said, kLeastRoom));
  std::size_t got = 0, used = 0;
  auto result = libdeflate_gzip_decompress_ex(decompressor_, packed.data(), packed.size(),
                                              into.data(), into.size(), &used, &got);
  if (result == LIBDEFLATE_INSUFFICIENT_SPACE) return Refusal::too_large;
  // Parts behind the first would go unseen.
  if (result != LIBDEFLATE_SUCCESS || used != packed.size()) return Refusal::broken;
  into.resize(got);
  return Refusal::none;
}

}  // namespace archives
