#include "extract/annotations.hpp"

#include <Object.h>
#include <OptionalContent.h>

#include <algorithm>
#include <optional>
#include <string>

#include "extract/limits.hpp"
#include "extract/objects.hpp"

namespace extract {
namespace {

struct Rectangle {
  double left = 0, bottom = 0, right = 0, top = 0;
};

Rectangle rectangle_of(const Object& annotation) {
  const Object rect = annotation.dictLookup("Rect");
  if (!rect.isArray() || rect.arrayGetLength() != 4) return {};
  double sides[4] = {};
  for (int i = 0; i < 4; ++i) sides[i] = number_or(rect.arrayGet(i), 0);
  return {std::min(sides[0], sides[2]), std::min(sides[1], sides[3]), std::max(sides[0], sides[2]),
          std::max(sides[1], sides[3])};
}

model::Box box_of(const Object& annotation, const PageFrame& frame) {
  const Rectangle rect = rectangle_of(annotation);
  return frame.place_box(rect.left, rect.bottom, rect.right, rect.top);
}

// A file specification is a string or a dictionary around one.
std::string file_of(const Object& specification) {
  if (!specification.isDict()) return text_of(specification);
  const std::string unicode = text_of(specification.dictLookup("UF"));
  return unicode.empty() ? text_of(specification.dictLookup("F")) : unicode;
}

void follow(const Object& action, model::Link& link) {
  if (!action.isDict()) return;
  const Object kind = action.dictLookup("S");
  if (kind.isName("URI")) {
    link.uri = text_of(action.dictLookup("URI"));
  } else if (kind.isName("GoTo")) {
    link.destination = text_of(action.dictLookup("D"));
  } else if (kind.isName("GoToR") || kind.isName("Launch")) {
    link.uri = file_of(action.dictLookup("F"));
  }
}

model::Link read_link(const Object& annotation, const PageFrame& frame) {
  model::Link link;
  link.box = box_of(annotation, frame);
  link.destination = text_of(annotation.dictLookup("Dest"));
  follow(annotation.dictLookup("A"), link);
  return link;
}

model::Annotation read_annotation(const Object& annotation, const PageFrame& frame) {
  model::Annotation out;
  out.box = box_of(annotation, frame);
  out.type = text_of(annotation.dictLookup("Subtype"));
  out.author = text_of(annotation.dictLookup("T"));
  out.contents = text_of(annotation.dictLookup("Contents"));
  out.rich_text = text_of(annotation.dictLookup("RC"));
  out.subject = text_of(annotation.dictLookup("Subj"));
  return out;
}

bool is_seen(const Object& annotation, OCGs* layers) {
  constexpr int kHidden = 1 << 1, kNoView = 1 << 5;  // PDF 32000 table 165
  const Object subtype = annotation.dictLookup("Subtype");
  if (subtype.isName("Link") || subtype.isName("Popup")) return false;
  const Object flags = annotation.dictLookup("F");
  if (flags.isInt() && (flags.getInt() & (kHidden | kNoView)) != 0) return false;
  return !layers || layers->optContentIsVisible(&annotation.dictLookupNF("OC"));
}

// The normal appearance is a stream, or a dictionary of them by state.
Appearance find_appearance(const Object& annotation) {
  const Object appearances = annotation.dictLookup("AP");
  if (!appearances.isDict()) return {};
  Object normal = appearances.dictLookup("N");
  Object id = appearances.dictLookupNF("N").copy();
  if (normal.isDict()) {
    const std::string state = text_of(annotation.dictLookup("AS"));
    id = normal.dictLookupNF(state.c_str()).copy();
    normal = normal.dictLookup(state.c_str());
  }
  const Rectangle rect = rectangle_of(annotation);
  return {std::move(normal), id.isRef() ? id.getRef() : Ref::INVALID(),
          rect.left,         rect.bottom,
          rect.right,        rect.top};
}

}  // namespace

Annotations fetch_annotations(Page& page) {
  Annotations out;
  const Object list = page.getAnnotsObject();
  if (!list.isArray()) return out;
  const int most = static_cast<int>(limits::kAnnotationsPage);
  out.is_whole = list.arrayGetLength() <= most;
  for (int i = 0; i < std::min(list.arrayGetLength(), most); ++i) {
    Object annotation = list.arrayGet(i);
    if (annotation.isDict()) out.list.push_back(std::move(annotation));
  }
  return out;
}

void find_triggers(const Annotations& annotations, int page, std::vector<Trigger>& out) {
  for (const Object& annotation : annotations.list) {
    const Object action = annotation.dictLookup("A");
    const bool is_plain =
        !action.isDict() ||
        ((action.dictLookup("S").isName("GoTo") || action.dictLookup("S").isName("URI")) &&
         !action.getDict()->hasKey("Next"));
    const bool is_file = annotation.dictLookup("Subtype").isName("FileAttachment");
    if ((!is_plain || is_file || annotation.getDict()->hasKey("AA")) &&
        out.size() < limits::kAnnotationsPage)
      out.push_back({annotation.copy(), page});
  }
}

void read_annotations(const Annotations& annotations, const PageFrame& frame, model::Page& out) {
  for (const Object& annotation : annotations.list) {
    if (annotation.dictLookup("Subtype").isName("Link")) {
      out.links.push_back(read_link(annotation, frame));
    } else {
      out.annotations.push_back(read_annotation(annotation, frame));
    }
  }
}

std::vector<Appearance> find_appearances(const Annotations& annotations, OCGs* layers) {
  std::vector<Appearance> out;
  for (const Object& annotation : annotations.list) {
    if (!is_seen(annotation, layers)) continue;
    Appearance appearance = find_appearance(annotation);
    if (appearance.stream.isStream()) out.push_back(std::move(appearance));
  }
  return out;
}

}  // namespace extract
