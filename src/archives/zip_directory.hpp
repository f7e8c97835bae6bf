// The directory at a zip's end: what lies in it and where. Runs on hostile bytes, in the process
// that reads the zip.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "archives/bytes.hpp"

namespace archives {

// Why there is no such entry, or no zip. Sent as a number by a process that may have been taken
// over, so nothing but the number is believed.
enum class ZipTrouble : std::uint8_t {
  none,
  no_library,  // to unpack it with
  no_zip,
  split,
  directory_too_large,
  directory_broken,
  too_many,
  encrypted,
  no_file,
  leads_out,
  repeated,
  name_too_long,
  entry_too_large,
  zip_too_large,
  entry_broken,
  count_  // of the above
};

struct ZipEntry {
  std::string_view name;   // as stored; in ZipDirectory::bytes
  std::string_view extra;  // fields of its own, likewise
  ZipTrouble trouble = ZipTrouble::none;
  std::uint16_t flags = 0;
  std::uint16_t method = 0;
  std::uint32_t checksum = 0;
  std::uint64_t packed = 0;
  std::uint64_t unpacked = 0;
  std::uint64_t offset = 0;  // of its own header in the file
};

struct ZipDirectory {
  std::string bytes;
  std::vector<ZipEntry> entries;          // those that are wanted, by name
  ZipTrouble trouble = ZipTrouble::none;  // why entries may be missing
};

struct DirectoryLimits {
  std::uint64_t entry_bytes;
  std::uint64_t directory_bytes;
  std::size_t entries;  // that are wanted
  std::size_t name_bytes;
};

// libarchive tells entries only in the order in which they lie in the file, which would make the
// order of results differ from that of the same papers in a folder, and from that of merged shards.
ZipDirectory read_zip_directory(const Bytes& zip, const DirectoryLimits& limits,
                                const std::function<bool(const ZipEntry&)>& is_wanted);

bool is_encrypted(const ZipEntry& entry);

// Where the entry's bytes begin, behind its own header; 0 where there is none.
std::uint64_t find_bytes(const Bytes& zip, const ZipEntry& entry);

}  // namespace archives
