#include "supplement/read.hpp"

#include <algorithm>
#include <new>
#include <tuple>
#include <utility>

#include "supplement/contents.hpp"
#include "supplement/kinds.hpp"
#include "supplement/looks.hpp"
#include "util/format.hpp"

namespace supplement {
namespace {

using archives::Bytes;
using archives::Refusal;

// Programs and texts are smaller; sets of data come after all of them.
constexpr std::uint64_t kLarge = 1'000'000;
constexpr std::size_t kBeginning = 8'000;  // in which binary files have a NUL

std::string reason(Refusal refusal, std::size_t most) {
  switch (refusal) {
    case Refusal::encrypted:
      return "is encrypted";
    case Refusal::unknown_method:
      return "is packed by a method that is not known here";
    case Refusal::too_large:
      return fmt::format("has more than the {} MB that are unpacked of one file", most / 1'000'000);
    default:
      return "is damaged";
  }
}

std::string beyond_all() {
  return fmt::format("lies beyond the {} MB that are unpacked in all",
                     limits::kAllBytes / 1'000'000);
}

std::string not_read_here(std::string_view kind) {
  return fmt::format("is {} archive, which is not read here; send a zip", kind);
}

bool has_files(Treatment treatment) {
  return treatment == Treatment::unpack || treatment == Treatment::refuse;
}

// Of a document: what may say who wrote or changed it, and its pictures.
bool is_part(std::string_view name) {
  for (std::string_view ending : {".xml", ".rels", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})
    if (name.ends_with(ending)) return true;
  return false;
}

// What tells most comes first, should there be more than can be looked at.
void sort(std::vector<Item>& items) {
  auto rank = [](const Item& item) {
    return std::tuple(item.bytes > kLarge, std::count(item.name.begin(), item.name.end(), '/'));
  };
  std::stable_sort(items.begin(), items.end(),
                   [&](const Item& a, const Item& b) { return rank(a) < rank(b); });
}

std::string why_no_archive(const Bytes& bytes) {
  std::string mark;
  bytes.read(0, std::min<std::size_t>(kMarkBytes, static_cast<std::size_t>(bytes.size())), mark);
  std::string_view kind = kind_of_packed(mark);
  return kind.empty() ? "is neither a zip nor a tar, or is damaged" : not_read_here(kind);
}

class Reader {
 public:
  explicit Reader(Gathering& out) : out_(out) {}

  // False where these bytes are no archive that is read here.
  bool read(const Bytes& bytes, const std::string& prefix, int depth) {
    auto contents = open_zip(bytes, inflater_);
    if (!contents) contents = open_tar(bytes);
    if (contents) return read(*contents, prefix, depth);
    std::string mark;
    if (!bytes.read(0, 2, mark) || mark != "\x1f\x8b") return false;
    read_packed(bytes, prefix, depth);
    return true;
  }

 private:
  bool read(Contents& contents, const std::string& prefix, int depth) {
    std::vector<Item> items = contents.list(prefix, out_);
    std::erase_if(items, [&](const Item& item) { return !is_wanted(item); });
    sort(items);
    for (const Item& item : items) look(contents, item, depth);
    return true;
  }

  // Names are known before anything is unpacked.
  bool is_wanted(const Item& item) {
    if (is_of_repository(item.name)) {
      note_repository(item.name, out_);
      return tells_of_history(item.name) && !item.name.ends_with('/');
    }
    out_.name(item.name);
    look_at_name(item.name, out_);
    return !item.name.ends_with('/') && treatment_of(item.name) != Treatment::pass;
  }

  void look(Contents& contents, const Item& item, int depth) {
    Treatment treatment = treatment_of(item.name);
    if (treatment == Treatment::refuse)
      return out_.unread(item.name, not_read_here(kind_of_archive(item.name)), true);
    std::size_t most = treatment == Treatment::unpack ? limits::kTarBytes : limits::kEntryBytes;
    if (item.bytes <= most && !out_.take(item.bytes))
      return out_.unread(item.name, beyond_all(), has_files(treatment));
    std::string bytes;
    Refusal refusal = contents.take_out(item, most, bytes);
    if (refusal != Refusal::none)
      return out_.unread(item.name, reason(refusal, most), has_files(treatment));
    look({item.name, bytes, false}, treatment, depth);
  }

  void look(File file, Treatment treatment, int depth) {
    file.is_text = file.bytes.substr(0, kBeginning).find('\0') == std::string_view::npos;
    if (is_of_repository(file.name)) return look_at_history(file, out_);
    if (treatment == Treatment::pdf) return look_at_pdf(file, out_);
    if (treatment == Treatment::document) return look_at_document(file);
    if (treatment == Treatment::unpack) return unpack(file, depth);
    look_for_paths(file, out_);
    look_at_picture(file, out_);
    if (!file.is_text) return;
    look_at_lines(file, out_);
    look_at_manifest(file, out_);
  }

  void unpack(const File& file, int depth) {
    if (depth >= limits::kDepth)
      return out_.unread(file.name, fmt::format("lies more than {} archives deep", limits::kDepth),
                         true);
    if (read(Bytes(file.bytes), std::string(file.name) + "/", depth + 1)) return;
    std::string_view kind = kind_of_packed(file.bytes);
    out_.unread(file.name, kind.empty() ? "is no archive, or a damaged one" : not_read_here(kind),
                true);
  }

  // A tar, or one file.
  void read_packed(const Bytes& bytes, const std::string& prefix, int depth) {
    std::string packed, unpacked;
    std::string_view name =
        std::string_view(prefix).substr(0, prefix.empty() ? 0 : prefix.size() - 1);
    if (bytes.size() > limits::kPackedBytes)
      return out_.unread(name, reason(Refusal::too_large, limits::kPackedBytes), true);
    if (!bytes.read(0, static_cast<std::size_t>(bytes.size()), packed))
      return out_.unread(name, "could not be read", true);
    // Or many small ones could be unpacked without end.
    auto most = static_cast<std::size_t>(std::min<std::uint64_t>(limits::kTarBytes, out_.left()));
    Refusal refusal = inflater_.gunzip(packed, most, unpacked);
    packed = {};
    out_.take(std::min<std::uint64_t>(unpacked.size(), out_.left()));  // whatever came of it
    bool is_last = refusal == Refusal::too_large && most < limits::kTarBytes;
    if (refusal != Refusal::none)
      return out_.unread(name, is_last ? beyond_all() : reason(refusal, most), true);
    Bytes inner{std::string_view(unpacked)};
    auto tar = open_tar(inner);
    if (tar) {
      read(*tar, prefix, depth);
    } else if (unpacked.size() <= limits::kEntryBytes) {
      look({name, unpacked, false}, Treatment::look, depth);
    } else {
      out_.unread(name, reason(Refusal::too_large, limits::kEntryBytes));
    }
  }

  void look_at_document(const File& file) {
    Bytes bytes(file.bytes);
    auto contents = open_zip(bytes, inflater_);
    if (!contents) return out_.unread(file.name, "is a document that cannot be opened");
    // Its parts are no files of the supplement.
    model::Supplement unused;
    Gathering parts(unused);
    for (const Item& item : contents->list("", parts)) {
      if (!is_part(item.name)) continue;
      std::string part;
      bool is_read = item.bytes <= limits::kPartBytes && out_.take(item.bytes) &&
                     contents->take_out(item, limits::kPartBytes, part) == Refusal::none;
      if (is_read)
        look_at_part(file, item.name, part, out_);
      else
        out_.unread(file.name, "has a part that is too large or damaged");
    }
    if (unused.is_cut || !unused.unread.empty())
      out_.unread(file.name, "is a document that cannot be opened");
  }

  Gathering& out_;
  archives::Inflater inflater_;
};

}  // namespace

model::Supplement read(const Bytes& bytes, std::string path) {
  model::Supplement out;
  Gathering gathering(out);
  try {
    if (bytes.size() > kMostFileBytes)
      gathering.unread(
          "", fmt::format("has more than the {} MB that are read", kMostFileBytes / 1'000'000),
          true);
    else if (!Reader(gathering).read(bytes, "", 0))
      gathering.unread("", why_no_archive(bytes), true);
  } catch (const std::bad_alloc&) {
    gathering.unread("", "needs more memory than there is", true);
  } catch (const std::exception&) {  // of a fault of ours the paper is not to suffer
    gathering.unread("", "could not be read to its end", true);
  }
  out.path = std::move(path);
  return out;
}

}  // namespace supplement
