#include "extract/page_reader.hpp"

#include <OptionalContent.h>

#include <algorithm>

#include "extract/limits.hpp"
#include "extract/streams.hpp"

namespace extract {
namespace {

// The stored box with its origin moved to the media box's top left, y growing down.
model::Box box_as_stored(const PDFRectangle& box, const PDFRectangle& media) {
  return {box.x1 - media.x1, media.y2 - box.y2, box.x2 - media.x1, media.y2 - box.y1};
}

Object look_up(const Object& object, const char* key) {
  return object.isDict() ? object.dictLookup(key) : Object(objNull);
}

int count_of(const Object& list) {
  return list.isArray() ? std::min(list.arrayGetLength(), limits::kUsesOfLayers) : 0;
}

// Viewers switch layers off that are not for viewing; the library leaves that to its users.
void switch_off_unviewed(PDFDoc& document, OCGs& layers) {
  const Object catalog = document.getXRef()->getCatalog();
  const Object uses = look_up(look_up(look_up(catalog, "OCProperties"), "D"), "AS");
  for (int i = 0; i < count_of(uses); ++i) {
    const Object use = uses.arrayGet(i);
    if (!look_up(use, "Event").isName("View")) continue;
    const Object groups = look_up(use, "OCGs");
    for (int j = 0; j < count_of(groups); ++j) {
      const Object& reference = groups.arrayGetNF(j);
      const Object usage = look_up(groups.arrayGet(j), "Usage");
      if (!reference.isRef() || !look_up(look_up(usage, "View"), "ViewState").isName("OFF"))
        continue;
      if (OptionalContentGroup* const layer = layers.findOcgByRef(reference.getRef()))
        layer->setState(OptionalContentGroup::Off);
    }
  }
}

// None where the document has no layers, which spares asking.
OCGs* layers_of(PDFDoc& document) {
  OCGs* layers = document.getOptContentConfig();
  if (!layers || !layers->hasOCGs()) return nullptr;
  switch_off_unviewed(document, *layers);
  return layers;
}

// What grew by doubling, at its size; the room goes to the next page.
template <class List>
void settle(List& list, List& room) {
  room.swap(list);
  list.assign(room.begin(), room.end());
  room.clear();
}

}  // namespace

PageReader::PageReader(PDFDoc& document, Faces& faces, Budget& budget)
    : document_(document),
      budget_(budget),
      spaces_(*document.getXRef()),
      interpreter_({*document.getXRef(), layers_of(document), faces, spaces_, objects_}, budget) {}

bool PageReader::read(Page& page, const PageFrame& frame, model::Page& out) {
  out.size = frame.size();
  out.rotation = page.getRotate();
  out.media_box = box_as_stored(*page.getMediaBox(), *page.getMediaBox());
  out.crop_box = box_as_stored(*page.getCropBox(), *page.getMediaBox());
  const Annotations annotations = fetch_annotations(page);
  read_annotations(annotations, frame, out);
  find_triggers(annotations, page.getNum(), triggers_);
  budget_.start_page();
  const bool is_whole = read_content(page) && annotations.is_whole;
  out.glyphs.swap(glyphs_);
  out.text.swap(text_);
  interpreter_.start(out, frame.matrix());
  interpreter_.paint_page(content_, *page.getResourceDictObject());
  for (const Appearance& each : find_appearances(annotations, document_.getOptContentConfig())) {
    interpreter_.paint_appearance(each);
  }
  settle(out.glyphs, glyphs_);
  settle(out.text, text_);
  return is_whole && interpreter_.is_whole() && !spaces_.was_cut();
}

bool PageReader::read_content(Page& page) {
  content_.clear();
  bool is_whole = true;
  const auto append = [&](const Object& part) {
    const std::size_t before = content_.size(), left = budget_.content.left();
    const bool is_all = append_decoded(part, left, content_);
    const std::size_t size = content_.size() - before;
    // A full allowance is overdrawn, which says that it was what cut the page.
    budget_.content.take(!is_all && size == left ? size + 1 : size);
    is_whole = is_whole && is_all;
    content_ += '\n';
  };
  const Object content = page.getContents();
  if (content.isArray()) {
    for (int i = 0; i < content.arrayGetLength(); ++i) append(content.arrayGet(i));
  } else if (!content.isNull()) {
    append(content);
  }
  return is_whole;
}

}  // namespace extract
