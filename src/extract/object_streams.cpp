#include "extract/object_streams.hpp"

#include <Dict.h>
#include <Lexer.h>
#include <Parser.h>
#include <Stream.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/content_lexer.hpp"
#include "extract/library.hpp"
#include "extract/limits.hpp"
#include "extract/plain_object.hpp"
#include "extract/streams.hpp"

namespace extract {
namespace {

// An object that the table has in a stream.
struct Member {
  int stream = 0;
  int index = 0;  // there
  int number = 0;
};

std::vector<Member> find_members(XRef& table) {
  std::vector<Member> out;
  for (int number = 0; number < table.getNumObjects(); ++number) {
    const XRefEntry& entry = *table.getEntry(number, false);
    if (entry.type != xrefEntryCompressed || !entry.obj.isNull()) continue;
    if (entry.offset < 0 || entry.offset >= table.getNumObjects() || entry.gen < 0) continue;
    out.push_back({static_cast<int>(entry.offset), entry.gen, number});
  }
  std::sort(out.begin(), out.end(), [](const Member& a, const Member& b) {
    return a.stream != b.stream ? a.stream < b.stream : a.index < b.index;
  });
  return out;
}

struct Slice {
  int number = 0;
  std::size_t offset = 0;  // from where the objects begin
};

// A number as every writer puts it; none for anything else.
std::optional<std::size_t> take_number(std::string_view& left) {
  while (!left.empty() && is_pdf_space(left.front())) left.remove_prefix(1);
  unsigned out = 0;
  const auto [end, error] = std::from_chars(left.data(), left.data() + left.size(), out);
  const bool is_cut = end != left.data() + left.size() && !is_pdf_space(*end);
  if (error != std::errc() || is_cut || out > kMostFileBytes) return std::nullopt;
  left.remove_prefix(static_cast<std::size_t>(end - left.data()));
  return out;
}

// The numbers of the objects and where each begins, in order; empty where that is not so.
std::vector<Slice> read_head(std::string_view head, std::size_t count, std::size_t size) {
  std::vector<Slice> out;
  for (std::size_t i = 0; i < count; ++i) {
    const auto number = take_number(head), offset = take_number(head);
    if (!number || !offset || *offset > size) return {};
    if (*offset < (out.empty() ? 0 : out.back().offset)) return {};
    out.push_back({static_cast<int>(*number), *offset});
  }
  if (!out.empty() && out.front().offset != 0) return {};
  return out;
}

std::optional<std::size_t> size_in(const Object& stream, const char* key) {
  const Object value = stream.streamGetDict()->lookup(key);
  if (!value.isInt() || value.getInt() < 0) return std::nullopt;
  return static_cast<std::size_t>(value.getInt());
}

class Unpacker {
 public:
  explicit Unpacker(XRef& table) : table_(table) {}

  void unpack(std::span<const Member> members);
  bool is_spent() const { return bytes_left_ == 0; }

 private:
  bool read(int stream);
  bool unpack_text(const Object& stream);
  void parse();
  void keep(const Member& member);

  XRef& table_;
  std::size_t bytes_left_ = limits::kObjectStreamBytes;
  // Of the stream at hand.
  std::string text_;
  std::size_t first_ = 0;  // where its objects begin
  std::vector<Slice> slices_;
  std::vector<Object> objects_;
};

bool Unpacker::read(int stream) {
  text_.clear();
  objects_.clear();
  if (table_.getEntry(stream, false)->type != xrefEntryUncompressed) return false;
  const Object object = table_.fetch(stream, 0);
  if (!object.isStream()) return false;
  const auto count = size_in(object, "N"), first = size_in(object, "First");
  if (!count || !first || !unpack_text(object) || *first > text_.size()) return false;
  first_ = *first;
  slices_ = read_head(std::string_view(text_).substr(0, first_), *count, text_.size() - first_);
  if (slices_.empty()) return false;
  parse();
  return true;
}

// Many streams may say that they are the same long part of the file.
bool Unpacker::unpack_text(const Object& stream) {
  const Goffset packed = stream.getStream()->getBaseStream()->getLength();
  const std::size_t cost = packed < 0 ? 0 : static_cast<std::size_t>(packed);
  bytes_left_ -= std::min(bytes_left_, cost);
  const bool is_whole = append_decoded(stream, bytes_left_, text_);
  bytes_left_ -= text_.size();
  return is_whole;
}

void Unpacker::parse() {
  objects_.reserve(slices_.size());
  for (std::size_t i = 0; i < slices_.size(); ++i) {
    const std::size_t begin = first_ + slices_[i].offset;
    const std::size_t end = i + 1 < slices_.size() ? first_ + slices_[i + 1].offset : text_.size();
    if (auto plain =
            read_plain_object(std::string_view(text_).substr(begin, end - begin), table_)) {
      objects_.push_back(std::move(*plain));
      continue;
    }
    Parser parser(&table_,
                  new MemStream(text_.data(), static_cast<Goffset>(begin),
                                static_cast<Goffset>(end - begin), Object(objNull)),
                  false);
    objects_.push_back(parser.getObj());
  }
}

void Unpacker::keep(const Member& member) {
  const auto index = static_cast<std::size_t>(member.index);
  if (index >= slices_.size() || slices_[index].number != member.number) return;
  table_.getEntry(member.number, false)->obj = std::move(objects_[index]);
}

void Unpacker::unpack(std::span<const Member> members) {
  const Complaints before = take_complaints();
  const bool is_read = read(members.front().stream);
  const bool is_clean = take_complaints().count == 0;
  put_back(before);
  if (!is_read || !is_clean) return;
  for (const Member& member : members) keep(member);
}

}  // namespace

void unpack_object_streams(XRef& table) {
  // Asked for what the last section lacks, the library reads the sections before, or, where those
  // lack it too, the whole file.
  const Object* const trailer = table.getTrailerDict();
  if (!table.isXRefStream() || !trailer->isDict() || trailer->getDict()->hasKey("Prev")) return;
  const std::vector<Member> members = find_members(table);
  Unpacker unpacker(table);
  for (std::size_t begin = 0, end = 0; begin < members.size() && !unpacker.is_spent();
       begin = end) {
    while (end < members.size() && members[end].stream == members[begin].stream) ++end;
    unpacker.unpack({members.data() + begin, end - begin});
  }
}

}  // namespace extract
