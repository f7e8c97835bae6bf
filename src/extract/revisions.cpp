#include "extract/revisions.hpp"

#include <Page.h>
#include <Stream.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "extract/content_lexer.hpp"
#include "extract/limits.hpp"
#include "extract/objects.hpp"
#include "extract/streams.hpp"
#include "extract/text_string.hpp"
#include "extract/trace_limits.hpp"
#include "extract/trace_list.hpp"
#include "util/xmp.hpp"

namespace extract {
namespace {

using model::TraceKind;

std::string_view after_space(std::string_view text) {
  while (!text.empty() && is_pdf_space(text.front())) text.remove_prefix(1);
  return text;
}

std::optional<std::size_t> take_number(std::string_view& text) {
  text = after_space(text);
  std::size_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return out;
}

// The length that a linearized file had when it was made; what follows was appended.
std::size_t linearized_length(std::string_view bytes) {
  constexpr std::size_t kFirstObject = 1024;
  const std::string_view head = bytes.substr(0, kFirstObject);
  if (head.find("/Linearized") == std::string_view::npos) return 0;
  for (auto at = head.find("/L"); at != std::string_view::npos; at = head.find("/L", at + 1)) {
    std::string_view rest = head.substr(at + 2);
    if (const auto length = take_number(rest)) return *length;
  }
  return 0;
}

// A table of objects: the word, or the object that holds it.
bool has_table_at(std::string_view bytes, std::size_t offset) {
  std::string_view text = after_space(bytes.substr(offset, 40));
  if (text.starts_with("xref")) return true;
  return take_number(text) && take_number(text) && after_space(text).starts_with("obj");
}

}  // namespace

std::vector<std::size_t> find_revision_ends(std::span<const char> file) {
  constexpr std::string_view kWord = "startxref", kMark = "%%EOF";
  constexpr std::size_t kSlack = 64;  // bytes that some programs put behind the end
  const std::string_view bytes(file.data(), file.size());
  const std::size_t linearized = linearized_length(bytes);
  std::vector<std::size_t> ends;
  for (auto at = bytes.find(kWord); at != std::string_view::npos; at = bytes.find(kWord, at + 1)) {
    std::string_view rest = bytes.substr(at + kWord.size(), kSlack);
    const auto table = take_number(rest);
    rest = after_space(rest);
    if (!table || *table == 0 || *table >= at || !rest.starts_with(kMark)) continue;
    const auto end = static_cast<std::size_t>(rest.data() - bytes.data()) + kMark.size();
    if (!has_table_at(bytes, *table) || end + kSlack < linearized) continue;
    ends.push_back(end);
  }
  return ends;
}

namespace {

// One older state, held against the present one.
class Older {
 public:
  Older(PDFDoc& older, PDFDoc& present, model::Document& out, const std::string& place)
      : older_(older), present_(present), out_(out), traces_(out), place_(place) {}

  void compare(model::Revision& revision) {
    find_changed();
    revision.changed = static_cast<int>(changed_.size());
    if (changed_.empty()) return;
    read_info();
    read_xmp();
    read_objects();
    find_changed_pages(revision);
  }
  bool is_whole() const { return traces_.is_whole(); }

 private:
  void find_changed();
  void read_info();
  void read_xmp();
  void read_objects();
  void find_changed_pages(model::Revision& revision);
  bool is_changed(const Object& object) const {
    return object.isRef() && changed_.count(object.getRefNum()) != 0;
  }
  void add(std::string key, std::string text) {
    traces_.add({TraceKind::revision, place_, 0, std::move(key), std::move(text)});
  }

  PDFDoc& older_;
  PDFDoc& present_;
  model::Document& out_;
  TraceList traces_;
  std::string place_;
  std::set<int> changed_;
};

// Objects that are elsewhere now, or nowhere.
void Older::find_changed() {
  XRef &then = *older_.getXRef(), &now = *present_.getXRef();
  for (int number = 1; number < then.getNumObjects(); ++number) {
    const XRefEntry& was = *then.getEntry(number, false);
    if (was.type != xrefEntryUncompressed && was.type != xrefEntryCompressed) continue;
    const XRefEntry* is = number < now.getNumObjects() ? now.getEntry(number, false) : nullptr;
    if (is && is->type == was.type && is->offset == was.offset && is->gen == was.gen) continue;
    if (changed_.size() >= limits::kChangedObjects) return traces_.cut();
    changed_.insert(number);
  }
}

void Older::read_info() {
  const Object info = older_.getDocInfo();
  for (int i = 0; info.isDict() && i < std::min(info.dictGetLength(), limits::kEntries); ++i) {
    const Object value = fetch_present(info.dictGetValNF(i), *older_.getXRef());
    const std::pair<std::string, std::string> entry{clean_utf8(info.dictGetKey(i)), text_of(value)};
    const auto& now = out_.info;
    if (!value.isString() || entry.first.ends_with("Date")) continue;
    if (std::find(now.begin(), now.end(), entry) == now.end()) add(entry.first, entry.second);
  }
}

void Older::read_xmp() {
  const Object catalog = older_.getXRef()->getCatalog();
  if (!catalog.isDict() || !catalog.getDict()->hasKey("Metadata")) return;
  const Object packet = look_up(*catalog.getDict(), "Metadata", *older_.getXRef());
  std::string text;
  if (packet.isStream()) append_decoded(packet, limits::kXmpBytes, text);
  if (text.empty() || text == out_.xmp) return;
  const auto now = util::read_xmp(out_.xmp);
  for (const util::XmpProperty& was : util::read_xmp(text)) {
    const bool is_there = std::any_of(now.begin(), now.end(), [&](const util::XmpProperty& it) {
      return it.name == was.name && it.text == was.text;
    });
    if (!is_there && !was.name.ends_with("Date")) add(was.name, was.text);
  }
}

// Comments, and what figures say of their authors.
void Older::read_objects() {
  XRef& xref = *older_.getXRef();
  const Object& info = older_.getXRef()->getTrailerDict()->dictLookupNF("Info");
  for (const int number : changed_) {
    if (info.isRef() && info.getRefNum() == number) continue;
    const XRefEntry& entry = *xref.getEntry(number, false);
    const Object object = xref.fetch(number, entry.type == xrefEntryCompressed ? 0 : entry.gen);
    if (!object.isDict()) continue;
    const Dict& dictionary = *object.getDict();
    const bool is_comment = dictionary.hasKey("Rect") && !dictionary.hasKey("FT");
    for (const char* key : {"T", "Contents"})
      if (is_comment && dictionary.hasKey(key))
        add("annotation " + std::string(key), text_of(look_up(dictionary, key, xref)));
    if (dictionary.hasKey("Author")) add("Author", text_of(look_up(dictionary, "Author", xref)));
  }
}

void Older::find_changed_pages(model::Revision& revision) {
  const int count = std::min(older_.getNumPages(), limits::kPages);
  for (int number = 1; number <= count; ++number) {
    Page* const page = older_.getCatalog()->getPage(number);
    if (!page || !page->isOk()) continue;
    const Object dictionary = older_.getXRef()->fetch(page->getRef());
    if (!dictionary.isDict()) continue;
    const Object& content = dictionary.dictLookupNF("Contents");
    bool is_other = is_changed(content);
    const Object parts = fetch_present(content, *older_.getXRef());
    for (int i = 0; parts.isArray() && i < parts.arrayGetLength() && !is_other; ++i)
      is_other = is_changed(parts.arrayGetNF(i));
    if (is_other) revision.changed_pages.push_back(number);
  }
}

}  // namespace

bool read_revisions(std::span<const char> bytes, PDFDoc& present, model::Document& out) {
  const std::vector<std::size_t> ends = find_revision_ends(bytes);
  bool is_whole = ends.size() <= limits::kRevisions + 1;
  // The last is the present one; of many, the newest tell what was removed last.
  for (std::size_t i = is_whole ? 0 : ends.size() - 1 - limits::kRevisions; i + 1 < ends.size();
       ++i) {
    model::Revision revision;
    revision.bytes = ends[i];
    PDFDoc older(new MemStream(bytes.data(), 0, static_cast<Goffset>(ends[i]), Object(objNull)));
    if (older.isOk()) {
      revision.is_read = true;
      Older state(older, present, out, std::to_string(out.revisions.size() + 1));
      state.compare(revision);
      is_whole = is_whole && state.is_whole();
    }
    out.revisions.push_back(std::move(revision));
  }
  return is_whole;
}

}  // namespace extract
