#include "extract/figures.hpp"

#include <Object.h>
#include <Page.h>
#include <Stream.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/jpeg_metadata.hpp"
#include "extract/limits.hpp"
#include "extract/objects.hpp"
#include "extract/private_data.hpp"
#include "extract/text_string.hpp"
#include "extract/trace_limits.hpp"
#include "extract/trace_list.hpp"

namespace extract {
namespace {

using model::TraceKind;

// The last filter is JPEG's, so that its file stands in the stream as it was.
bool is_jpeg(const Dict& image) {
  const Object filter = image.lookup("Filter");
  if (!filter.isArray()) return filter.isName("DCTDecode");
  const int count = filter.arrayGetLength();
  return count > 0 && filter.arrayGet(count - 1).isName("DCTDecode");
}

// Below the filter that would decode it.
Stream* packed_jpeg(const Object& object) {
  Stream* each = object.isStream() ? object.getStream() : nullptr;
  while (each && each->getKind() != strDCT) each = each->getNextStream();
  return each ? each->getNextStream() : nullptr;
}

class Walk {
 public:
  Walk(XRef& xref, const XObjects& objects, model::Document& out)
      : xref_(xref), objects_(objects), out_(out), traces_(out) {}

  void enter(Page& page, int number) {
    if (page.getMetadata() || page.getPieceInfo()) read_extras(page, number);
    const Object* resources = page.getResourceDictObject();
    if (resources && resources->isDict())
      open(resources->dictLookupNF("XObject"), {number, "", true});
    while (!open_.empty()) {
      const Entry next = std::move(open_.back());
      open_.pop_back();
      look_at(next);
    }
  }
  bool is_whole() const { return is_whole_; }
  bool has_all() const { return is_whole_ && out_.figure_files.size() < limits::kFigureFiles; }
  bool has_all_traces() const { return is_whole_ && traces_.is_whole(); }

 private:
  // Where an object was met.
  struct Place {
    int page = 0;
    std::string file;      // of the figure around it
    bool is_list = false;  // of names and objects, and none itself
  };
  struct Entry {
    Object object;
    Place place;
  };

  void read_extras(Page& page, int number);
  void look_at(const Entry& entry);
  void open(const Object& object, const Place& place);
  void read(const Dict& dictionary, const Entry& entry);
  void read_jpeg(const Object& reference, const Place& place);
  void note_file(const std::string& file);
  void note_outside(const Dict& dictionary, int page);

  XRef& xref_;
  const XObjects& objects_;
  model::Document& out_;
  TraceList traces_;
  std::vector<Entry> open_;
  std::set<int> seen_;
  std::size_t count_ = 0, jpegs_ = 0;
  bool is_whole_ = true;
};

void Walk::read_extras(Page& page, int number) {
  const Object dictionary = xref_.fetch(page.getRef());
  if (!dictionary.isDict()) return;
  const model::Trace here{TraceKind::figure_xmp, "", number, "", ""};
  const Object& packet = dictionary.dictLookupNF("Metadata");
  if (!packet.isRef() || seen_.insert(packet.getRefNum()).second)
    traces_.add_xmp(fetch_present(packet, xref_), here);
  read_private_data(*dictionary.getDict(), xref_, here, traces_);
}

void Walk::look_at(const Entry& entry) {
  if (const Object* known = objects_.dictionary(entry.object))
    return read(*known->getDict(), entry);
  const Object object = entry.object.fetch(&xref_);
  if (object.isStream()) return read(*object.streamGetDict(), entry);
  if (!object.isDict() || !entry.place.is_list) return;
  for (int i = 0; i < object.dictGetLength(); ++i)
    open(object.dictGetValNF(i), {entry.place.page, entry.place.file, false});
}

// Every object once, so that forms which name each other come to an end. Asked for an object that
// never was, the library reads the whole file again in search of it.
void Walk::open(const Object& object, const Place& place) {
  if (object.isRef()) {
    const int number = object.getRefNum();
    if (number >= xref_.getNumObjects() || xref_.getEntry(number, false)->type == xrefEntryFree ||
        !seen_.insert(number).second)
      return;
  } else if (!object.isDict()) {
    return;
  }
  is_whole_ = is_whole_ && ++count_ <= limits::kResources;
  if (is_whole_) open_.push_back({object.copy(), place});
}

void Walk::note_file(const std::string& file) {
  const auto& known = out_.figure_files;
  if (known.size() < limits::kFigureFiles &&
      std::find(known.begin(), known.end(), file) == known.end())
    out_.figure_files.push_back(file);
}

// Its content is to be fetched from another file, or from the web.
void Walk::note_outside(const Dict& dictionary, int page) {
  const Object file = look_up(dictionary, "F", xref_);
  const Object path = file.isDict() ? look_up(*file.getDict(), "F", xref_) : file.copy();
  if (!path.isString() || out_.actions.size() >= limits::kActions) return;
  out_.actions.push_back({"ExternalStream", "figure", page, text_of(path)});
}

void Walk::read(const Dict& dictionary, const Entry& entry) {
  Place place = entry.place;
  // Written as the file system has it, not as a text string of PDF.
  if (const Object name = dictionary.lookup("PTEX.FileName"); name.isString()) {
    place.file = clean_utf8(name.getString()->toStr().substr(0, limits::kPathBytes));
    note_file(place.file);
  }
  const model::Trace here{TraceKind::figure_info, place.file, place.page, "", ""};
  if (dictionary.hasKey("PTEX.InfoDict"))
    if (const Object info = look_up(dictionary, "PTEX.InfoDict", xref_); info.isDict())
      traces_.add_strings(*info.getDict(), xref_, here);
  const model::Trace packet{TraceKind::figure_xmp, place.file, place.page, "", ""};
  if (dictionary.hasKey("Metadata"))
    traces_.add_xmp(look_up(dictionary, "Metadata", xref_), packet);
  if (dictionary.hasKey("PieceInfo")) read_private_data(dictionary, xref_, packet, traces_);
  if (dictionary.hasKey("F")) note_outside(dictionary, place.page);
  if (is_jpeg(dictionary)) return read_jpeg(entry.object, place);
  const Object resources = look_up(dictionary, "Resources", xref_);
  if (resources.isDict()) open(resources.dictLookupNF("XObject"), {place.page, place.file, true});
}

void Walk::read_jpeg(const Object& reference, const Place& place) {
  const Object image = reference.fetch(&xref_);
  Stream* const packed = packed_jpeg(image);
  if (!packed) return;
  if (++jpegs_ > limits::kImagesSearched) return traces_.cut();
  packed->reset();
  const auto statements = read_jpeg_metadata([&](char* to, std::size_t count) {
    auto* const bytes = reinterpret_cast<unsigned char*>(to);
    return packed->doGetChars(static_cast<int>(count), bytes) == static_cast<int>(count);
  });
  packed->close();
  for (const Statement& each : statements)
    traces_.add({TraceKind::image, place.file, place.page, each.key, each.text});
}

}  // namespace

bool read_figures(PDFDoc& document, int pages, const XObjects& objects, model::Document& out) {
  Walk walk(*document.getXRef(), objects, out);
  for (int number = 1; number <= pages && walk.is_whole(); ++number) {
    Page* page = document.getCatalog()->getPage(number);
    if (page && page->isOk()) walk.enter(*page, number);
  }
  if (!walk.has_all_traces()) out.traces_truncated = true;
  return walk.has_all();
}

}  // namespace extract
