// Name trees, number trees and other trees of a document, walked without trusting their shape.
#pragma once

#include <Object.h>
#include <XRef.h>

#include <functional>
#include <set>
#include <vector>

namespace extract {

// Dictionaries that name each other by one key, each visited once and so many at most.
class TreeWalk {
 public:
  TreeWalk(XRef& xref, const char* kids) : xref_(xref), kids_(kids) {}

  // From the root on, in no order to rely on. False where there were more.
  bool visit(const Object& root, const std::function<void(const Dict&)>& each);

 private:
  void open(const Object& object);

  XRef& xref_;
  const char* kids_;
  std::vector<Object> open_;  // a stack, neither fetched nor arrays
  std::set<int> seen_;
  std::size_t count_ = 0;
  bool is_whole_ = true;
};

// The pairs of a name tree ("Names") or a number tree ("Nums"), values fetched.
bool visit_pairs(const Object& root, const char* list, XRef& xref,
                 const std::function<void(const Object& key, const Object& value)>& each);

}  // namespace extract
