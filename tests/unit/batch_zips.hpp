// Zips written byte by byte, so that any of their numbers can lie.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct ZipPart {
  std::string name;
  std::string bytes = "%PDF-";
  std::uint16_t flags = 0;
  std::uint16_t method = 0;
  std::uint32_t mode = 0100644;
  std::uint32_t packed = 0xfffffffe;  // else what there is
  std::uint32_t unpacked = 0xfffffffe;
  std::int64_t checksum = -1;
  std::int64_t offset = -1;
  bool is_wide = false;
};

struct ZipEnd {
  std::string before = "";
  std::string comment = "";
  int more_entries = 0;  // than there are
  std::uint16_t disk = 0;
  bool is_wide = false;
};

inline void put(std::string& bytes, std::uint64_t number, int length) {
  for (int i = 0; i < length; ++i)
    bytes.push_back(static_cast<char>(i < 8 ? number >> (8 * i) : 0));
}

inline std::uint32_t crc_32(const std::string& bytes) {
  std::uint32_t crc = ~0u;
  for (unsigned char byte : bytes) {
    crc ^= byte;
    for (int i = 0; i < 8; ++i) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

// What the headers in front of an entry and in the directory have in common.
inline std::string zip_numbers(const ZipPart& part) {
  std::string head;
  auto size = static_cast<std::uint32_t>(part.bytes.size());
  put(head, 20, 2);
  put(head, part.flags, 2);
  put(head, part.method, 2);
  put(head, 0, 4);
  put(head, part.checksum < 0 ? crc_32(part.bytes) : static_cast<std::uint32_t>(part.checksum), 4);
  put(head, part.is_wide ? ~0u : part.packed == 0xfffffffe ? size : part.packed, 4);
  put(head, part.is_wide ? ~0u : part.unpacked == 0xfffffffe ? size : part.unpacked, 4);
  put(head, part.name.size(), 2);
  return head;
}

inline std::string zip_of(const std::vector<ZipPart>& parts, const ZipEnd& end = {}) {
  std::string zip, directory;
  for (const ZipPart& part : parts) {
    auto offset = part.offset < 0 ? zip.size() : static_cast<std::uint64_t>(part.offset);
    zip += "PK\3\4" + zip_numbers(part);
    put(zip, 0, 2);
    zip += part.name + part.bytes;
    directory += "PK\1\2" + std::string("\x14\x03", 2) + zip_numbers(part);
    put(directory, part.is_wide ? 28 : 0, 2);
    put(directory, 0, 2 + 2 + 2);
    put(directory, static_cast<std::uint64_t>(part.mode) << 16, 4);
    put(directory, part.is_wide ? ~0u : offset, 4);
    directory += part.name;
    if (!part.is_wide) continue;
    put(directory, 1, 2);
    put(directory, 24, 2);
    put(directory, part.bytes.size(), 8);
    put(directory, part.bytes.size(), 8);
    put(directory, offset, 8);
  }
  auto begin = zip.size(), count = parts.size() + static_cast<std::size_t>(end.more_entries);
  zip += directory;
  if (end.is_wide) {
    auto wide = zip.size();
    zip += "PK\6\6";
    put(zip, 44, 8);
    put(zip, 0, 2 + 2 + 4 + 4);
    for (auto number : {count, count, directory.size(), begin}) put(zip, number, 8);
    zip += "PK\6\7";
    put(zip, 0, 4);
    put(zip, wide, 8);
    put(zip, 1, 4);
  }
  zip += "PK\5\6";
  put(zip, end.disk, 2);
  put(zip, end.disk, 2);
  put(zip, end.is_wide ? 0xffff : count, 2);
  put(zip, end.is_wide ? 0xffff : count, 2);
  put(zip, end.is_wide ? ~0u : directory.size(), 4);
  put(zip, end.is_wide ? ~0u : begin, 4);
  put(zip, end.comment.size(), 2);
  return end.before + zip + end.comment;
}
