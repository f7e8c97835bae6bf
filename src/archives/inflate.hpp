// Unpacks what zips and gzip pack by deflate, whole and within bounds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "archives/bytes.hpp"
#include "archives/zip_directory.hpp"

struct libdeflate_decompressor;

namespace archives {

// Why an entry cannot be had.
enum class Refusal { none, encrypted, unknown_method, broken, too_large };

class Inflater {
 public:
  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // std::bad_alloc where memory is short. `into` is worth nothing where it is refused.
  Refusal take_out(const Bytes& zip, const ZipEntry& entry, std::size_t most, std::string& into);
  Refusal gunzip(std::string_view packed, std::size_t most, std::string& into);

 private:
  Refusal inflate(const ZipEntry& entry, std::string& into);

  libdeflate_decompressor* decompressor_;
  std::string packed_;
};

}  // namespace archives
