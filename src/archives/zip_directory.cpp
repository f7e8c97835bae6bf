#include "archives/zip_directory.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <optional>

namespace archives {
namespace {

using std::uint64_t;

constexpr std::string_view kEndMark = "PK\5\6", kWideEndMark = "PK\6\6", kWideSignpost = "PK\6\7",
                           kEntryMark = "PK\1\2", kHeaderMark = "PK\3\4";
constexpr std::size_t kEndBytes = 22, kWideEndBytes = 56, kSignpostBytes = 20, kEntryBytes = 46,
                      kHeaderBytes = 30;
constexpr std::size_t kLongestComment = 0xffff;

struct Place {
  uint64_t offset = 0;  // of the directory
  uint64_t bytes = 0;
  uint64_t entries = 0;
  uint64_t shift = 0;  // bytes that stand before the zip, as in self-extracting ones
  ZipTrouble trouble = ZipTrouble::none;
};

Place nowhere(ZipTrouble trouble) {
  Place place;
  place.trouble = trouble;
  return place;
}

// The last end mark whose comment fits into what follows it.
std::optional<std::size_t> find_end(std::string_view tail) {
  for (auto at = tail.rfind(kEndMark); at != std::string_view::npos;
       at = at == 0 ? std::string_view::npos : tail.rfind(kEndMark, at - 1))
    if (tail.size() - at >= kEndBytes &&
        number_at(tail, at + 20, 2) <= tail.size() - at - kEndBytes)
      return at;
  return std::nullopt;
}

// Where numbers do not fit into the end, a wide end stands before it, and a signpost between them.
std::optional<Place> find_wide(const Bytes& zip, uint64_t end, uint64_t& directory_end) {
  std::string signpost, wide;
  if (end < kSignpostBytes || !zip.read(end - kSignpostBytes, kSignpostBytes, signpost) ||
      !signpost.starts_with(kWideSignpost))
    return std::nullopt;
  uint64_t at = number_at(signpost, 8, 8);
  if (!zip.read(at, kWideEndBytes, wide) || !wide.starts_with(kWideEndMark))
    return nowhere(ZipTrouble::directory_broken);
  directory_end = at;
  Place place;
  place.entries = number_at(wide, 32, 8);
  place.bytes = number_at(wide, 40, 8);
  place.offset = number_at(wide, 48, 8);
  return place;
}

Place find_directory(const Bytes& zip) {
  uint64_t size = zip.size();
  uint64_t tail_at = size - std::min<uint64_t>(size, kEndBytes + kLongestComment);
  std::string tail;
  if (!zip.read(tail_at, static_cast<std::size_t>(size - tail_at), tail))
    return nowhere(ZipTrouble::no_zip);
  auto end = find_end(tail);
  if (!end) return nowhere(ZipTrouble::no_zip);
  if (auto disk = number_at(tail, *end + 4, 2); disk != 0 && disk != 0xffff)
    return nowhere(ZipTrouble::split);
  Place place;
  place.entries = number_at(tail, *end + 10, 2);
  place.bytes = number_at(tail, *end + 12, 4);
  place.offset = number_at(tail, *end + 16, 4);
  uint64_t directory_end = tail_at + *end;
  if (auto wide = find_wide(zip, tail_at + *end, directory_end)) place = *wide;
  if (place.trouble != ZipTrouble::none) return place;
  if (place.bytes > directory_end || place.offset > directory_end - place.bytes)
    return nowhere(ZipTrouble::directory_broken);
  place.shift = directory_end - place.bytes - place.offset;
  return place;
}

// Numbers too wide for an entry stand in an extra field, in this order and only if needed.
void widen(ZipEntry& entry, std::string_view extra) {
  while (extra.size() >= 4) {
    auto length = static_cast<std::size_t>(number_at(extra, 2, 2));
    auto field = extra.substr(4, length);
    if (number_at(extra, 0, 2) == 1)
      for (uint64_t* number : {&entry.unpacked, &entry.packed, &entry.offset}) {
        if (*number != 0xffffffff || field.size() < 8) continue;
        *number = number_at(field, 0, 8);
        field.remove_prefix(8);
      }
    extra.remove_prefix(std::min(extra.size(), 4 + length));
  }
}

// Whether, unpacked by its name, it would land outside the folder that it is unpacked into.
bool leads_out(std::string_view name) {
  if (name.starts_with('/') || name.starts_with('\\')) return true;
  if (name.size() > 1 && name[1] == ':') return true;
  for (std::size_t begin = 0; begin <= name.size();) {
    auto end = std::min(name.find_first_of("/\\", begin), name.size());
    if (name.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

ZipTrouble trouble_with(const ZipEntry& entry, uint64_t attributes, bool is_unix,
                        const DirectoryLimits& limits) {
  if (entry.name.size() > limits.name_bytes) return ZipTrouble::name_too_long;
  if (leads_out(entry.name)) return ZipTrouble::leads_out;
  auto kind = (attributes >> 16) & S_IFMT;
  if (is_unix && kind != 0 && kind != S_IFREG) return ZipTrouble::no_file;
  if (is_encrypted(entry)) return ZipTrouble::encrypted;
  if (entry.unpacked > limits.entry_bytes || entry.packed > 2 * limits.entry_bytes + 1024)
    return ZipTrouble::entry_too_large;
  return ZipTrouble::none;
}

// Cuts the first entry off `rest`; none where there is none.
std::optional<ZipEntry> take_entry(std::string_view& rest, const Place& place,
                                   const DirectoryLimits& limits) {
  if (!rest.starts_with(kEntryMark) || rest.size() < kEntryBytes) return std::nullopt;
  auto name_length = static_cast<std::size_t>(number_at(rest, 28, 2));
  auto extra_length = static_cast<std::size_t>(number_at(rest, 30, 2));
  auto length = kEntryBytes + name_length + extra_length + number_at(rest, 32, 2);
  if (rest.size() < length) return std::nullopt;
  ZipEntry entry;
  entry.name = rest.substr(kEntryBytes, name_length);
  entry.flags = static_cast<std::uint16_t>(number_at(rest, 8, 2));
  entry.method = static_cast<std::uint16_t>(number_at(rest, 10, 2));
  entry.checksum = static_cast<std::uint32_t>(number_at(rest, 16, 4));
  entry.packed = number_at(rest, 20, 4);
  entry.unpacked = number_at(rest, 24, 4);
  entry.offset = number_at(rest, 42, 4);
  entry.extra = rest.substr(kEntryBytes + name_length, extra_length);
  widen(entry, entry.extra);
  entry.offset += place.shift;
  constexpr uint64_t kUnix = 3, kMac = 19;
  uint64_t system = number_at(rest, 5, 1);
  entry.trouble =
      trouble_with(entry, number_at(rest, 38, 4), system == kUnix || system == kMac, limits);
  entry.name = entry.name.substr(0, limits.name_bytes);
  rest.remove_prefix(static_cast<std::size_t>(length));
  return entry;
}

void sort(std::vector<ZipEntry>& entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const ZipEntry& a, const ZipEntry& b) { return a.name < b.name; });
  for (std::size_t i = 1; i < entries.size(); ++i)
    if (entries[i].name == entries[i - 1].name && entries[i].trouble == ZipTrouble::none)
      entries[i].trouble = ZipTrouble::repeated;
}

}  // namespace

bool is_encrypted(const ZipEntry& entry) {
  constexpr uint64_t kEncrypted = 1 | 0x40 | 0x2000;  // plain, strong, and its directory too
  return entry.flags & kEncrypted;
}

ZipDirectory read_zip_directory(const Bytes& zip, const DirectoryLimits& limits,
                                const std::function<bool(const ZipEntry&)>& is_wanted) {
  ZipDirectory directory;
  auto place = find_directory(zip);
  directory.trouble = place.trouble;
  if (place.trouble != ZipTrouble::none) return directory;
  directory.trouble = ZipTrouble::directory_too_large;
  if (place.bytes > limits.directory_bytes) return directory;
  directory.trouble = ZipTrouble::directory_broken;
  if (!zip.read(place.offset + place.shift, static_cast<std::size_t>(place.bytes), directory.bytes))
    return directory;
  std::string_view rest = directory.bytes;
  uint64_t count = 0;
  while (auto entry = take_entry(rest, place, limits)) {
    ++count;
    if (!is_wanted(*entry)) continue;
    if (directory.entries.size() == limits.entries) {
      directory.trouble = ZipTrouble::too_many;
      break;
    }
    directory.entries.push_back(*entry);
  }
  // A narrow count wraps around.
  if (rest.empty() && (count & 0xffff) == (place.entries & 0xffff))
    directory.trouble = ZipTrouble::none;
  sort(directory.entries);
  return directory;
}

uint64_t find_bytes(const Bytes& zip, const ZipEntry& entry) {
  std::string header;
  if (!zip.read(entry.offset, kHeaderBytes, header) || !header.starts_with(kHeaderMark)) return 0;
  return entry.offset + kHeaderBytes + number_at(header, 26, 2) + number_at(header, 28, 2);
}

}  // namespace archives
