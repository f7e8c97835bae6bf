#include "batch/zip_unpack.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "batch/archive_library.hpp"

namespace batch {

using archives::ZipEntry;
using archives::ZipTrouble;

namespace {

constexpr std::string_view kHeaderMark = "PK\3\4";

void append(std::string& bytes, std::uint64_t number, int length) {
  for (int i = 0; i < length; ++i) bytes.push_back(static_cast<char>(number >> (8 * i)));
}

// The entry as a zip of its own, with the numbers of the directory: an entry's own header may give
// others, or none where the zip was written to a pipe.
std::string header_of(const ZipEntry& entry) {
  constexpr std::uint16_t kPackersOptions = 6;  // LZMA's end mark is one
  std::string header(kHeaderMark);
  append(header, 20, 2);
  append(header, entry.flags & kPackersOptions, 2);
  append(header, entry.method, 2);
  append(header, 0, 4);  // no time
  append(header, entry.checksum, 4);
  append(header, entry.packed, 4);
  append(header, entry.unpacked, 4);
  append(header, 1, 2);
  append(header, 0, 2);
  return header + "x";
}

struct Packed {
  archives::Bytes zip;
  std::uint64_t at;
  std::uint64_t left;
  std::string block;  // what libarchive was given last
  bool is_begun = false;
};

la_ssize_t give(archive*, void* context, const void** block) {
  auto& packed = *static_cast<Packed*>(context);
  if (std::exchange(packed.is_begun, true)) {
    auto count = static_cast<std::size_t>(std::min<std::uint64_t>(packed.left, 64 * 1024));
    if (!packed.zip.read(packed.at, count, packed.block)) return -1;
    packed.at += count;
    packed.left -= count;
  }
  *block = packed.block.data();
  return static_cast<la_ssize_t>(packed.block.size());
}

using Archive = std::unique_ptr<archive, decltype(ArchiveLibrary::read_free)>;

}  // namespace

ZipTrouble unpack(int zip, const ZipEntry& entry, std::uint64_t most_bytes,
                  const std::function<void(std::string_view)>& take) {
  const ArchiveLibrary* library = archive_library();
  if (!library) return ZipTrouble::no_library;
  archives::Bytes all_bytes(zip);
  std::uint64_t begin = archives::find_bytes(all_bytes, entry);
  Archive reader(library->read_new(), library->read_free);
  if (begin == 0 || !reader) return ZipTrouble::entry_broken;
  Packed packed{all_bytes, begin, entry.packed, header_of(entry)};
  archive_entry* header = nullptr;
  if (library->support_zip(reader.get()) != ARCHIVE_OK ||
      library->open(reader.get(), &packed, nullptr, &give, nullptr) != ARCHIVE_OK ||
      library->next_header(reader.get(), &header) != ARCHIVE_OK)
    return ZipTrouble::entry_broken;
  std::array<char, 64 * 1024> out;
  std::uint64_t all = 0;
  for (;;) {
    auto count = library->data(reader.get(), out.data(), out.size());
    if (count < 0) return ZipTrouble::entry_broken;  // a wrong checksum or length is only a warning
    if (count == 0) break;
    all += static_cast<std::uint64_t>(count);
    if (all > most_bytes) return ZipTrouble::entry_too_large;
    take({out.data(), static_cast<std::size_t>(count)});
  }
  return all == entry.unpacked ? ZipTrouble::none : ZipTrouble::entry_broken;
}

}  // namespace batch
