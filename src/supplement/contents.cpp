#include "supplement/contents.hpp"

#include <utility>

#include "archives/tar.hpp"
#include "archives/zip_directory.hpp"
#include "supplement/looks.hpp"
#include "util/format.hpp"

namespace supplement {
namespace {

using archives::Bytes;
using archives::Refusal;
using archives::ZipTrouble;

// Whose the file was on the machine that packed it, in a field of Info-ZIP's; -1: not said.
std::int64_t owner_in(std::string_view extra) {
  while (extra.size() >= 4) {
    auto length = static_cast<std::size_t>(archives::number_at(extra, 2, 2));
    if (archives::number_at(extra, 0, 2) == 0x7875 && length >= 3)
      return static_cast<std::int64_t>(
          archives::number_at(extra, 6, static_cast<int>(archives::number_at(extra, 5, 1) & 7)));
    extra.remove_prefix(std::min(extra.size(), 4 + length));
  }
  return -1;
}

void tell_number(std::string_view entry, std::uint64_t number, Gathering& out) {
  std::string text = fmt::format("uid {}", number);
  out.tell("owner", entry, 0, text, text);
}

class ZipContents : public Contents {
 public:
  ZipContents(const Bytes& bytes, archives::Inflater& inflater)
      : bytes_(bytes), inflater_(inflater) {}

  std::vector<Item> list(const std::string& prefix, Gathering& out) override {
    directory_ = archives::read_zip_directory(
        bytes_,
        {limits::kEntryBytes, limits::kDirectoryBytes, limits::kEntries, limits::kNameBytes},
        [](const archives::ZipEntry&) { return true; });
    tell_trouble(prefix, out);
    std::vector<Item> items;
    for (std::size_t i = 0; i < directory_.entries.size() && out.count_entry(); ++i) {
      const archives::ZipEntry& entry = directory_.entries[i];
      std::string name = prefix + std::string(entry.name);
      if (entry.trouble == ZipTrouble::name_too_long) out.unread(name, "has too long a name", true);
      if (auto owner = owner_in(entry.extra); owner >= 0)
        tell_number(name, static_cast<std::uint64_t>(owner), out);
      items.push_back({std::move(name), entry.unpacked, i});
    }
    return items;
  }

  Refusal take_out(const Item& item, std::size_t most, std::string& into) override {
    return inflater_.take_out(bytes_, directory_.entries[item.number], most, into);
  }

 private:
  void tell_trouble(const std::string& prefix, Gathering& out) const {
    switch (directory_.trouble) {
      case ZipTrouble::none:
        return;
      case ZipTrouble::directory_too_large:
      case ZipTrouble::too_many:
        return out.cut();
      case ZipTrouble::split:
        return out.unread(prefix, "is a part of several archives", true);
      case ZipTrouble::directory_broken:
        return out.unread(prefix, "has a broken list of its files", true);
      default:
        return out.unread(prefix, "is no zip, or is cut off", true);
    }
  }

  const Bytes& bytes_;
  archives::Inflater& inflater_;
  archives::ZipDirectory directory_;
};

class TarContents : public Contents {
 public:
  explicit TarContents(const Bytes& bytes) : bytes_(bytes) {}

  std::vector<Item> list(const std::string& prefix, Gathering& out) override {
    std::vector<Item> items;
    archives::Tar tar(bytes_);
    while (auto entry = tar.next()) {
      if (!out.count_entry()) return items;
      bool is_from_here = entry->name.starts_with("./");
      std::string name = prefix + entry->name.substr(is_from_here ? 2 : 0);
      tell_owner(name, *entry, out);
      if (!entry->target.empty()) look_for_paths({name, entry->target + "/", true}, out);
      if (!entry->is_file && !name.ends_with('/')) name += '/';
      if (name.size() > limits::kNameBytes) {
        out.unread(name, "has too long a name", true);
        name.resize(limits::kNameBytes);
      }
      items.push_back({std::move(name), entry->bytes, offsets_.size()});
      offsets_.push_back(entry->offset);
    }
    if (!tar.is_whole()) out.unread(prefix, "is a tar that is damaged or cut off", true);
    return items;
  }

  Refusal take_out(const Item& item, std::size_t most, std::string& into) override {
    if (item.bytes > most) return Refusal::too_large;
    bool is_read = bytes_.read(offsets_[item.number], static_cast<std::size_t>(item.bytes), into);
    return is_read ? Refusal::none : Refusal::broken;
  }

 private:
  static void tell_owner(std::string_view name, const archives::TarEntry& entry, Gathering& out) {
    if (entry.owner.empty()) return tell_number(name, entry.owner_number, out);
    std::string text = entry.owner;
    if (!entry.group.empty() && entry.group != entry.owner) text += "/" + entry.group;
    out.tell("owner", name, 0, text, entry.owner);
  }

  const Bytes& bytes_;
  std::vector<std::uint64_t> offsets_;
};

}  // namespace

std::unique_ptr<Contents> open_zip(const Bytes& bytes, archives::Inflater& inflater) {
  std::string mark;
  bool is_zip = bytes.read(0, 4, mark) && (mark == "PK\3\4" || mark == "PK\5\6");
  return is_zip ? std::make_unique<ZipContents>(bytes, inflater) : nullptr;
}

std::unique_ptr<Contents> open_tar(const Bytes& bytes) {
  return archives::Tar::is_tar(bytes) ? std::make_unique<TarContents>(bytes) : nullptr;
}

}  // namespace supplement
