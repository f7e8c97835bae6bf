// The directory at a zip's end: what lies in it and where. Runs on hostile bytes, in the process
// that reads the zip.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "batch/zip_limits.hpp"

namespace batch {

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
  std::string_view name;  // as stored; in ZipDirectory::bytes
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
  std::vector<ZipEntry> entries;          // those whose names end in .pdf, by name
  ZipTrouble trouble = ZipTrouble::none;  // why entries may be missing
};

// libarchive tells entries only in the order in which they lie in the file, which would make the
// order of results differ from that of the same papers in a folder, and from that of merged shards.
// Of one name alone, where that is given.
ZipDirectory read_zip_directory(int zip, const ZipLimits& limits, std::string_view only = {});

// All of them, or false.
bool read_at(int file, std::uint64_t offset, std::size_t count, std::string& bytes);

// Little-endian numbers of 2, 4 and 8 bytes; 0 behind the end.
std::uint64_t number_at(std::string_view bytes, std::size_t at, int length);

}  // namespace batch
