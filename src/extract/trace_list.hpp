// Words that no page shows, gathered within limits, and the objects they stand in.
#pragma once

#include <Object.h>
#include <XRef.h>

#include <string>

#include "extract/trace_limits.hpp"
#include "model/document.hpp"

namespace extract {

// Asked for an object that never was, the library reads the whole file again in search of it: null
// then. Any other object is fetched, or itself.
Object fetch_present(const Object& object, XRef& xref);
Object look_up(const Dict& dictionary, const char* key, XRef& xref);

class TraceList {
 public:
  explicit TraceList(model::Document& out) : out_(out) {}

  // Nothing, where there is no text.
  void add(model::Trace trace, std::size_t most = limits::kTraceBytes);
  // The strings of a dictionary under their keys, dates apart; `trace` says where they stand, and
  // what comes before the keys.
  void add_strings(const Dict& dictionary, XRef& xref, const model::Trace& trace);
  // What a packet in a stream says.
  void add_xmp(const Object& stream, const model::Trace& trace);
  // False where something was left out.
  bool is_whole() const { return is_whole_; }
  void cut() { is_whole_ = false; }

 private:
  model::Document& out_;
  bool is_whole_ = true;
};

}  // namespace extract
