// The fields of what a file carries beside its pages, as JSON names them.
#pragma once

#include "model/trace.hpp"

namespace model {

template <class V>
void fields(V& visit, Trace& it) {
  visit.field("kind", it.kind);
  visit.field("place", it.place);
  visit.field("page", it.page);
  visit.field("key", it.key);
  visit.field("text", it.text);
}
template <class V>
void fields(V& visit, Attachment& it) {
  visit.field("name", it.name);
  visit.field("page", it.page);
  visit.field("bytes", it.bytes);
  visit.field("is_text", it.is_text);
}
template <class V>
void fields(V& visit, Action& it) {
  visit.field("kind", it.kind);
  visit.field("trigger", it.trigger);
  visit.field("page", it.page);
  visit.field("text", it.text);
}
template <class V>
void fields(V& visit, Revision& it) {
  visit.field("bytes", it.bytes);
  visit.field("is_read", it.is_read);
  visit.field("changed", it.changed);
  visit.field("changed_pages", it.changed_pages);
}
}  // namespace model
