// Archives for tests of supplements, and what is found in them.
#pragma once

#include <libdeflate.h>

#include <string>
#include <string_view>
#include <vector>

#include "batch_zips.hpp"
#include "supplement/read.hpp"
#include "tars.hpp"

inline model::Supplement read_supplement(const std::string& bytes) {
  return supplement::read(archives::Bytes(std::string_view(bytes)), "s.zip");
}

inline std::string gzipped(const std::string& bytes) {
  auto* compressor = libdeflate_alloc_compressor(1);
  std::string packed(libdeflate_gzip_compress_bound(compressor, bytes.size()), '\0');
  packed.resize(libdeflate_gzip_compress(compressor, bytes.data(), bytes.size(), packed.data(),
                                         packed.size()));
  libdeflate_free_compressor(compressor);
  return packed;
}

// A part that is deflated, as zips mostly are.
inline ZipPart deflated(const std::string& name, const std::string& bytes) {
  auto* compressor = libdeflate_alloc_compressor(6);
  std::string packed(libdeflate_deflate_compress_bound(compressor, bytes.size()), '\0');
  packed.resize(libdeflate_deflate_compress(compressor, bytes.data(), bytes.size(), packed.data(),
                                            packed.size()));
  libdeflate_free_compressor(compressor);
  ZipPart part{name, packed};
  part.method = 8;
  part.unpacked = static_cast<std::uint32_t>(bytes.size());
  part.checksum = crc_32(bytes);
  return part;
}

// "path: /home/x/ (x) in a.sh:3"
inline std::vector<std::string> told(const model::Supplement& supplement) {
  std::vector<std::string> lines;
  for (const model::Telltale& it : supplement.telltales)
    lines.push_back(it.kind + ": " + it.text + " (" + it.who + ") in " + it.entry +
                    (it.line > 0 ? ":" + std::to_string(it.line) : ""));
  return lines;
}

inline std::vector<std::string> told_of(const std::string& name, const std::string& bytes) {
  return told(read_supplement(zip_of({{name, bytes}})));
}

inline std::string why_unread(const model::Supplement& supplement, std::size_t i = 0) {
  if (i >= supplement.unread.size()) return "";
  return supplement.unread[i].entry + " " + supplement.unread[i].why;
}
