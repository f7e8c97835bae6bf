#include "extract/trace_list.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/objects.hpp"
#include "extract/streams.hpp"
#include "extract/text_string.hpp"
#include "extract/trace_limits.hpp"
#include "util/text.hpp"
#include "util/xmp.hpp"

namespace extract {

Object fetch_present(const Object& object, XRef& xref) {
  if (!object.isRef()) return object.copy();
  const int number = object.getRefNum();
  const bool is_present = number >= 0 && number < xref.getNumObjects() &&
                          xref.getEntry(number, false)->type != xrefEntryFree;
  return is_present ? object.fetch(&xref) : Object(objNull);
}

Object look_up(const Dict& dictionary, const char* key, XRef& xref) {
  return fetch_present(dictionary.lookupNF(key), xref);
}

void TraceList::add(model::Trace trace, std::size_t most) {
  const std::string_view text = util::trim(trace.text);
  if (text.empty()) return;
  if (out_.traces.size() >= limits::kTraces) {
    is_whole_ = false;
    return;
  }
  // A letter that the cut goes through is left out.
  std::size_t end = std::min(text.size(), most);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  trace.text = std::string(text.substr(0, end));
  out_.traces.push_back(std::move(trace));
}

void TraceList::add_strings(const Dict& dictionary, XRef& xref, const model::Trace& trace) {
  for (int i = 0; i < dictionary.getLength() && i < limits::kEntries; ++i) {
    const Object value = fetch_present(dictionary.getValNF(i), xref);
    const std::string key = clean_utf8(dictionary.getKey(i));
    if (!value.isString() || key.ends_with("Date")) continue;
    add({trace.kind, trace.place, trace.page, trace.key.empty() ? key : trace.key + " " + key,
         text_of(value)});
  }
}

void TraceList::add_xmp(const Object& stream, const model::Trace& trace) {
  if (!stream.isStream()) return;
  std::string packet;
  if (!append_decoded(stream, limits::kFigureXmpBytes, packet)) is_whole_ = false;
  for (auto& each : util::read_xmp(packet))
    add({trace.kind, trace.place, trace.page, std::move(each.name), std::move(each.text)});
}

}  // namespace extract
