#include "extract/attachments.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "extract/objects.hpp"
#include "extract/streams.hpp"
#include "extract/text_string.hpp"
#include "extract/trace_limits.hpp"
#include "extract/trees.hpp"
#include "util/text.hpp"

namespace extract {
namespace {

using model::TraceKind;

// No zeros, and UTF-8 but for the letter that the cut goes through.
bool is_text(std::string_view bytes) {
  constexpr std::size_t kLongestLetter = 4;
  if (bytes.empty() || bytes.find('\0') != std::string_view::npos) return false;
  for (std::size_t cut = 0; cut < kLongestLetter && cut < bytes.size(); ++cut)
    if (util::is_utf8(bytes.substr(0, bytes.size() - cut))) return true;
  return false;
}

class Attachments {
 public:
  Attachments(XRef& xref, model::Document& out) : xref_(xref), out_(out), traces_(out) {}

  // `key`: what it is listed as, where it is.
  void add(const Object& specification, const std::string& key, int page);
  void add_list(const Object& list) {
    if (!list.isArray()) return;
    for (int i = 0; i < list.arrayGetLength() && !is_full(); ++i)
      add(fetch_present(list.arrayGetNF(i), xref_), "", 0);
  }
  void cut() { traces_.cut(); }
  bool is_whole() const { return traces_.is_whole(); }

 private:
  bool is_full() const { return out_.attachments.size() >= limits::kAttachments; }
  void read_content(const Object& stream, model::Attachment& attachment);

  XRef& xref_;
  model::Document& out_;
  TraceList traces_;
  std::set<int> seen_;  // content, by number
};

void Attachments::add(const Object& specification, const std::string& key, int page) {
  if (!specification.isDict()) return;
  if (is_full()) return cut();
  const Dict& dictionary = *specification.getDict();
  const Object files = look_up(dictionary, "EF", xref_);
  if (!files.isDict()) return;
  const Object& content = files.dictLookupNF(files.getDict()->hasKey("F") ? "F" : "UF");
  if (content.isRef() && !seen_.insert(content.getRefNum()).second) return;
  model::Attachment attachment;
  attachment.page = page;
  for (const char* name : {"UF", "F"})
    if (attachment.name.empty()) attachment.name = text_of(look_up(dictionary, name, xref_));
  if (attachment.name.empty()) attachment.name = key;
  const model::Trace here{TraceKind::attachment, attachment.name, page, "", ""};
  traces_.add({here.kind, here.place, page, "name", attachment.name});
  if (key != attachment.name) traces_.add({here.kind, here.place, page, "listed as", key});
  traces_.add({here.kind, here.place, page, "Desc", text_of(look_up(dictionary, "Desc", xref_))});
  read_content(fetch_present(content, xref_), attachment);
  out_.attachments.push_back(std::move(attachment));
}

void Attachments::read_content(const Object& stream, model::Attachment& attachment) {
  if (!stream.isStream()) return;
  const Object parameters = look_up(*stream.streamGetDict(), "Params", xref_);
  const Object size =
      parameters.isDict() ? look_up(*parameters.getDict(), "Size", xref_) : Object(objNull);
  if (size.isInt() && size.getInt() >= 0)
    attachment.bytes = static_cast<std::uint64_t>(size.getInt());
  const std::string begin = decoded_start(stream, limits::kAttachmentBytes);
  attachment.is_text = is_text(begin);
  if (attachment.is_text)
    traces_.add({TraceKind::attachment, attachment.name, attachment.page, "text", begin},
                limits::kAttachmentBytes);
}

}  // namespace

bool read_attachments(PDFDoc& document, const std::vector<Trigger>& annotations,
                      model::Document& out) {
  XRef& xref = *document.getXRef();
  Attachments all(xref, out);
  const Object catalog = xref.getCatalog();
  if (!catalog.isDict()) return true;
  const Object names = look_up(*catalog.getDict(), "Names", xref);
  if (names.isDict() && names.getDict()->hasKey("EmbeddedFiles")) {
    const bool is_whole = visit_pairs(
        names.dictLookupNF("EmbeddedFiles"), "Names", xref,
        [&](const Object& name, const Object& file) { all.add(file, text_of(name), 0); });
    if (!is_whole) all.cut();
  }
  all.add_list(look_up(*catalog.getDict(), "AF", xref));
  for (const Trigger& each : annotations)
    if (each.annotation.dictLookup("Subtype").isName("FileAttachment"))
      all.add(look_up(*each.annotation.getDict(), "FS", xref), "", each.page);
  return all.is_whole();
}

}  // namespace extract
