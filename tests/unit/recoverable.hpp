// All that strings, or a tool that unpacks streams, would find in a file.
#pragma once

#include <libdeflate.h>

#include <string>
#include <vector>

// What a zlib stream at the beginning of `bytes` holds; "" where there is none.
inline std::string inflated(const std::string& bytes) {
  std::string out(1 << 22, '\0');
  libdeflate_decompressor* decoder = libdeflate_alloc_decompressor();
  std::size_t length = 0, taken = 0;
  auto result = libdeflate_zlib_decompress_ex(decoder, bytes.data(), bytes.size(), out.data(),
                                              out.size(), &taken, &length);
  libdeflate_free_decompressor(decoder);
  out.resize(result == LIBDEFLATE_SUCCESS ? length : 0);
  return out;
}

inline std::string recoverable(const std::string& pdf) {
  std::string all = pdf;
  const std::string sign = "stream\n";
  for (auto at = pdf.find(sign); at != std::string::npos; at = pdf.find(sign, at + 1))
    if (at < 3 || pdf.compare(at - 3, 3, "end") != 0)
      all += inflated(pdf.substr(at + sign.size(), 1 << 22));
  return all;
}
