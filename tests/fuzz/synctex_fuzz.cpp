// Whatever stands in the records of SyncTeX and in the PDF beside them, lines are found without a
// crash, in files with a name, from 1; and what goes through the pipe comes out the same.
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "synctex/places.hpp"
#include "synctex/records.hpp"

namespace {

// The bytes as gzip holds what it could not pack: a mutant of the text is no broken file. The sum
// at the end is that of the text, or everything would be refused.
std::string stored(std::string_view text) {
  auto number = [](std::uint32_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
    return out;
  };
  std::uint32_t sum = 0xffffffff;
  for (unsigned char c : text) {
    sum ^= c;
    for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
  }
  auto size = static_cast<std::uint32_t>(text.size());
  return std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03\x01", 11) + number(size, 2) +
         number(~size & 0xffff, 2) + std::string(text) + number(~sum, 4) + number(size, 4);
}

const std::string& paper() {
  static const std::string bytes = [] {
    std::ifstream in(DESKCHECK_SOURCE "/fixtures/synctex/todo.pdf", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }();
  return bytes;
}

std::vector<model::Finding> findings() {
  std::vector<model::Finding> all(3);
  all[0].page = 1;
  all[0].box = {72, 72, 540, 720};
  all[1].page = 2;
  all[1].box = {100, 100, 120, 110};
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > 0xffff) return 0;  // of one block
  std::string packed = stored({reinterpret_cast<const char*>(bytes), size});
  if (auto records = synctex::read(packed, {1, 2}))
    for (const auto& [page, all] : records->by_page)
      for (const synctex::Record& it : all)
        if (it.line < 1 || !std::isfinite(it.box.left) || !std::isfinite(it.box.bottom))
          std::abort();
  auto lines = synctex::find_lines(paper(), packed, findings(), "/papers");
  if (lines.size() != findings().size()) std::abort();
  for (const auto& line : lines)
    if (line && (line->line < 1 || line->file.empty())) std::abort();
  auto again = synctex::decode(synctex::encode(lines), lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].has_value() != again[i].has_value()) std::abort();
  (void)synctex::decode({reinterpret_cast<const char*>(bytes), size}, 3);
  return 0;
}
