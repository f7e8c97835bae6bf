#include "archives/tar.hpp"

#include <algorithm>

namespace archives {
namespace {

constexpr std::size_t kBlock = 512;
// Of a long name, or of what a header says besides.
constexpr std::uint64_t kLongestText = 1 << 16;

std::string text_at(std::string_view header, std::size_t at, std::size_t size) {
  std::string_view field = header.substr(at, size);
  return std::string(field.substr(0, field.find('\0')));
}

// In octal digits, or in binary where the first bit is set.
std::uint64_t size_at(std::string_view header, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  bool is_binary = static_cast<unsigned char>(header[at]) & 0x80;
  for (std::size_t i = is_binary ? 1 : 0; i < size; ++i) {
    char c = header[at + i];
    if (is_binary)
      number = number << 8 | static_cast<unsigned char>(c);
    else if (c >= '0' && c <= '7')
      number = number << 3 | static_cast<std::uint64_t>(c - '0');
    else if (number != 0 || c == '\0')
      break;
  }
  return number;
}

// The sum of a header's bytes, its own field taken for blanks.
bool is_header(std::string_view header) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < kBlock; ++i)
    sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(header[i]);
  return sum == size_at(header, 148, 8);
}

bool is_empty(std::string_view header) {
  return header.find_first_not_of('\0') == std::string_view::npos;
}

// "22 path=some/name\n", each with its own length in front.
std::string value_of(std::string_view records, std::string_view key) {
  while (!records.empty()) {
    std::size_t length = 0, i = 0;
    for (; i < std::min<std::size_t>(records.size(), 6) && records[i] >= '0' && records[i] <= '9';
         ++i)
      length = 10 * length + static_cast<std::size_t>(records[i] - '0');
    if (length <= i + 1 || length > records.size()) break;
    std::string_view record = records.substr(i + 1, length - i - 2);
    if (record.starts_with(key) && record.substr(key.size()).starts_with('='))
      return std::string(record.substr(key.size() + 1));
    records.remove_prefix(length);
  }
  return "";
}

}  // namespace

// What headers in front of a file's own say of it.
struct Tar::Extras {
  std::string name, target, records;

  void apply(TarEntry& entry) const {
    auto set = [](std::string& field, const std::string& value) {
      if (!value.empty()) field = value;
    };
    set(entry.name, name);
    set(entry.target, target);
    set(entry.name, value_of(records, "path"));
    set(entry.target, value_of(records, "linkpath"));
    set(entry.owner, value_of(records, "uname"));
    set(entry.group, value_of(records, "gname"));
  }
};

bool Tar::is_tar(const Bytes& bytes) {
  std::string header;
  return bytes.read(0, kBlock, header) && !is_empty(header) && is_header(header);
}

bool Tar::read_header(std::string& header) {
  if (at_ == bytes_.size()) return false;
  is_whole_ = bytes_.read(at_, kBlock, header);
  if (!is_whole_ || is_empty(header)) return false;
  is_whole_ = is_header(header);
  at_ += kBlock;
  return is_whole_;
}

bool Tar::read_text(std::uint64_t size, std::string& text) {
  is_whole_ = size <= kLongestText && bytes_.read(at_, static_cast<std::size_t>(size), text);
  return is_whole_;
}

std::optional<TarEntry> Tar::next() {
  Extras extras;
  for (std::string header; read_header(header);) {
    std::uint64_t size = size_at(header, 124, 12);
    char kind = header[156];
    std::string text;
    bool is_extra = kind == 'L' || kind == 'K' || kind == 'x' || kind == 'g';
    if (is_extra && !read_text(size, text)) break;
    if (kind == 'L') extras.name = text.c_str();
    if (kind == 'K') extras.target = text.c_str();
    if (kind == 'x') extras.records = text;
    TarEntry entry;
    entry.offset = at_;
    entry.bytes = size;
    is_whole_ = size <= bytes_.size() - at_;
    if (!is_whole_) break;
    at_ += std::min((size + kBlock - 1) / kBlock * kBlock, bytes_.size() - at_);
    if (is_extra) continue;
    std::string folder = header.compare(257, 6, std::string("ustar\0", 6)) == 0
                             ? text_at(header, 345, 155)
                             : std::string();
    entry.name = (folder.empty() ? "" : folder + '/') + text_at(header, 0, 100);
    entry.target = text_at(header, 157, 100);
    entry.owner = text_at(header, 265, 32);
    entry.group = text_at(header, 297, 32);
    entry.owner_number = size_at(header, 108, 8);
    entry.is_file = kind == '0' || kind == '\0' || kind == '7';
    extras.apply(entry);
    return entry;
  }
  return std::nullopt;
}

}  // namespace archives
