#include "extract/links.hpp"

#include <Object.h>

#include <algorithm>
#include <optional>
#include <string>

#include "extract/limits.hpp"
#include "extract/objects.hpp"

namespace extract {
namespace {

model::Box box_of(const Object& annotation, const PageFrame& frame) {
  const Object rect = annotation.dictLookup("Rect");
  double sides[4] = {};
  if (!rect.isArray() || rect.arrayGetLength() != 4) return {};
  for (int i = 0; i < 4; ++i) sides[i] = number_or(rect.arrayGet(i), 0);
  return frame.place_box(sides[0], sides[1], sides[2], sides[3]);
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
  return out;
}

}  // namespace

bool read_annotations(Page& page, const PageFrame& frame, model::Page& out) {
  const Object list = page.getAnnotsObject();
  if (!list.isArray()) return true;
  const int most = static_cast<int>(limits::kAnnotationsPage);
  for (int i = 0; i < std::min(list.arrayGetLength(), most); ++i) {
    const Object annotation = list.arrayGet(i);
    if (!annotation.isDict()) continue;
    if (annotation.dictLookup("Subtype").isName("Link")) {
      out.links.push_back(read_link(annotation, frame));
    } else {
      out.annotations.push_back(read_annotation(annotation, frame));
    }
  }
  return list.arrayGetLength() <= most;
}

}  // namespace extract
