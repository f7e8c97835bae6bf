// A supplement is read without a crash, whatever stands in it: the bytes are an archive, and behind
// their first line, which names it, a file of one.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "supplement/read.hpp"

namespace {

void require_sound(const model::Supplement& read) {
  for (const model::Telltale& it : read.telltales)
    if (it.kind.empty() || it.times < 1 || it.line < 0) std::abort();
  for (const model::Unread& it : read.unread)
    if (it.why.empty()) std::abort();
}

// A tar with one file; whole blocks, and a sum that is right.
std::string tar_of(std::string_view name, std::string_view bytes) {
  std::string head(512, '\0');
  auto put = [&head](std::size_t at, std::string_view text) {
    head.replace(at, text.size(), text);
  };
  auto octal = [](std::size_t value, int digits) {
    std::string out;
    for (int i = 0; i < digits; ++i, value /= 8)
      out.insert(out.begin(), static_cast<char>('0' + value % 8));
    return out;
  };
  put(0, name.substr(0, 99));
  put(100, "0000644");
  put(124, octal(bytes.size(), 11));
  put(136, "00000000000");
  put(148, "        0");
  put(257, "ustar");
  put(263, "00");
  std::size_t sum = 0;
  for (unsigned char c : head) sum += c;
  put(148, octal(sum, 6) + std::string("\0 ", 2));
  std::string out = head + std::string(bytes);
  out.resize((out.size() + 511) / 512 * 512 + 1024, '\0');
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string_view all(reinterpret_cast<const char*>(bytes), size);
  require_sound(supplement::read(archives::Bytes(all), "x.zip"));
  std::size_t end = all.find('\n');
  if (end == all.npos) return 0;
  std::string tar = tar_of(all.substr(0, end), all.substr(end + 1));
  require_sound(supplement::read(archives::Bytes(std::string_view(tar)), "x.tar"));
  return 0;
}
