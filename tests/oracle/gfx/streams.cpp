#include "oracle/gfx/streams.hpp"

#include <Stream.h>

#include <algorithm>

namespace oracle {
namespace {

// These decode the whole picture, however large, before they give the first byte.
bool is_picture(StreamKind kind) {
  return kind == strJBIG2 || kind == strJPX || kind == strDCT || kind == strCCITTFax;
}

// Hands on at most `most` bytes, then one more where there is one. False for a picture.
template <class Take>
bool decode(const Object& object, std::size_t most, Take take) {
  if (!object.isStream()) return false;
  Stream* stream = object.getStream();
  for (Stream* each = stream; each; each = each->getNextStream()) {
    if (is_picture(each->getKind())) return false;
  }
  stream->reset();
  unsigned char buffer[16384];
  for (std::size_t left = most + 1; left > 0;) {
    const int got = stream->doGetChars(static_cast<int>(std::min(sizeof buffer, left)), buffer);
    if (got <= 0) break;
    take(buffer, static_cast<std::size_t>(got));
    left -= static_cast<std::size_t>(got);
  }
  stream->close();
  return true;
}

}  // namespace

bool append_decoded(const Object& stream, std::size_t most, std::string& out) {
  const std::size_t before = out.size();
  const bool is_text = decode(stream, most, [&](const unsigned char* bytes, std::size_t count) {
    out.append(reinterpret_cast<const char*>(bytes), count);
  });
  if (out.size() - before <= most) return is_text;
  out.resize(before + most);
  return false;
}

std::size_t decoded_size(const Object& stream, std::size_t most) {
  std::size_t size = 0;
  const bool is_text =
      decode(stream, most, [&](const unsigned char*, std::size_t count) { size += count; });
  return is_text ? size : most + 1;
}

}  // namespace oracle
