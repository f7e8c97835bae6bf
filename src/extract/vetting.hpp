// Looks, before the library does, for what in a page's resources it would crash on or drown in.
#pragma once

#include <Object.h>
#include <XRef.h>

#include <set>
#include <string_view>
#include <vector>

namespace extract {

class Vetting {
 public:
  explicit Vetting(XRef& xref) : xref_(&xref) {}

  // False for resources that the library (22.12) must not see: functions and CMaps nested without
  // end, on which it overflows its stack, and tables that unpack to gigabytes. Font programs,
  // images and forms are not looked into. As each object is looked at once, all is refused after
  // the first.
  bool accepts(const Object& resources) {
    is_trapped_ = is_trapped_ || !is_safe(resources);
    return !is_trapped_;
  }
  // What was refused is no trap but more than is read.
  bool met_limit() const { return met_limit_; }

 private:
  struct Entry {
    Object object;
    int depth = 0;
  };
  bool is_safe(const Object& resources);
  bool is_safe_stream(const Object& stream);
  void open(const Object& object, int depth);
  void open_entries(const Dict& dictionary, int depth);

  XRef* xref_;
  std::vector<Entry> open_;
  std::set<int> seen_;
  bool is_trapped_ = false;
  bool met_limit_ = false;
};

}  // namespace extract
