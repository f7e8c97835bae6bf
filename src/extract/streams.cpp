#include "extract/streams.hpp"

#include <Dict.h>
#include <Stream.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "extract/inflater.hpp"
#include "extract/library.hpp"
#include "extract/limits.hpp"

namespace extract {
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

// Deflated and nothing else: not encrypted, no second filter, no predictor.
bool is_plainly_deflated(Stream& stream) {
  if (stream.getKind() != strFlate) return false;
  const Stream* const next = stream.getNextStream();
  if (!next || next != stream.getBaseStream()) return false;
  const Dict* const dictionary = stream.getDict();
  return dictionary && dictionary->lookupNF("DecodeParms").isNull() &&
         dictionary->lookupNF("DP").isNull();
}

// What a plainly deflated stream unpacks to, at most `most` bytes and whole; nothing where that is
// not so, and the library has to make of it what it can. The view holds until the next call.
std::optional<std::string_view> inflate(const Object& object, std::size_t most) {
  if (!object.isStream() || !is_plainly_deflated(*object.getStream())) return std::nullopt;
  BaseStream& packed = *object.getStream()->getBaseStream();
  const Goffset length = packed.getLength();
  if (length <= 0 || length > static_cast<Goffset>(kMostFileBytes)) return std::nullopt;
  static thread_local Inflater inflater;
  const std::span<unsigned char> input = inflater.input(static_cast<std::size_t>(length));
  packed.reset();
  const int got = packed.doGetChars(static_cast<int>(length), input.data());
  packed.close();
  if (got <= 0) return std::nullopt;
  const auto whole = inflater.inflate(static_cast<std::size_t>(got), most);
  if (inflater.was_damaged()) note_complaint();
  return whole;
}

}  // namespace

bool append_decoded(const Object& stream, std::size_t most, std::string& out) {
  if (const auto whole = inflate(stream, most)) {
    out += *whole;
    return true;
  }
  const std::size_t before = out.size();
  const bool is_text = decode(stream, most, [&](const unsigned char* bytes, std::size_t count) {
    out.append(reinterpret_cast<const char*>(bytes), count);
  });
  if (out.size() - before <= most) return is_text;
  out.resize(before + most);
  return false;
}

std::string decoded_start(const Object& stream, std::size_t most) {
  std::string out;
  decode(stream, most, [&](const unsigned char* bytes, std::size_t count) {
    out.append(reinterpret_cast<const char*>(bytes), count);
  });
  out.resize(std::min(out.size(), most));
  return out;
}

std::size_t decoded_size(const Object& stream, std::size_t most) {
  if (const auto whole = inflate(stream, most)) return whole->size();
  std::size_t size = 0;
  const bool is_text =
      decode(stream, most, [&](const unsigned char*, std::size_t count) { size += count; });
  return is_text ? size : most + 1;
}

}  // namespace extract
