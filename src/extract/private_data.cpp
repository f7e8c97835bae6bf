#include "extract/private_data.hpp"

#include <Stream.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/streams.hpp"
#include "extract/text_string.hpp"
#include "extract/trace_limits.hpp"
#include "util/text.hpp"

namespace extract {
namespace {

// PostScript comments at the head of an Illustrator file: "%%For: (Jane Doe) (Example Lab)".
void read_comments(const Object& stream, const model::Trace& trace, TraceList& traces) {
  const std::string head = decoded_start(stream, limits::kTraceBytes);
  for (const std::string& line : util::split(head, '\n')) {
    for (const std::string& part : util::split(line, '\r')) {
      const bool is_name = part.starts_with("%%For:") || part.starts_with("%%Title:");
      const auto colon = part.find(':');
      if (!is_name) continue;
      std::string text = clean_utf8(std::string_view(part).substr(colon + 1));
      std::erase_if(text, [](char c) { return c == '(' || c == ')'; });
      traces.add({model::TraceKind::private_data, trace.place, trace.page,
                  trace.key + " " + part.substr(2, colon - 2), text});
    }
  }
}

}  // namespace

void read_private_data(const Dict& object, XRef& xref, const model::Trace& trace,
                       TraceList& traces) {
  const Object programs = look_up(object, "PieceInfo", xref);
  if (!programs.isDict()) return;
  for (int i = 0; i < std::min(programs.dictGetLength(), limits::kEntries); ++i) {
    const Object program = fetch_present(programs.dictGetValNF(i), xref);
    if (!program.isDict()) continue;
    const Object kept = look_up(*program.getDict(), "Private", xref);
    if (!kept.isDict()) continue;
    const model::Trace here{model::TraceKind::private_data, trace.place, trace.page,
                            clean_utf8(programs.dictGetKey(i)), ""};
    traces.add_strings(*kept.getDict(), xref, here);
    if (const Object data = look_up(*kept.getDict(), "AIMetaData", xref); data.isStream())
      read_comments(data, here, traces);
  }
}

}  // namespace extract
