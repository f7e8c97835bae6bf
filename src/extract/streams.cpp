#include "extract/streams.hpp"

#include <Stream.h>

#include <algorithm>

namespace extract {
namespace {

// These decode the whole picture, however large, before they give the first byte.
bool is_picture(StreamKind kind) {
  return kind == strJBIG2 || kind == strJPX || kind == strDCT || kind == strCCITTFax;
}

}  // namespace

bool append_decoded(const Object& stream, std::size_t most, std::string& out) {
  if (!stream.isStream()) return false;
  Stream* source = stream.getStream();
  for (Stream* each = source; each; each = each->getNextStream()) {
    if (is_picture(each->getKind())) return false;
  }
  source->reset();
  unsigned char buffer[16384];
  bool is_whole = false;
  while (true) {
    const auto wanted = static_cast<int>(std::min(sizeof buffer, most + 1));
    const int got = source->doGetChars(wanted, buffer);
    if (got <= 0) {
      is_whole = true;
      break;
    }
    const auto taken = std::min(static_cast<std::size_t>(got), most);
    out.append(reinterpret_cast<const char*>(buffer), taken);
    most -= taken;
    if (static_cast<std::size_t>(got) > taken) break;
  }
  source->close();
  return is_whole;
}

}  // namespace extract
