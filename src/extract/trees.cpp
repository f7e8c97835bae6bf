#include "extract/trees.hpp"

#include "extract/trace_limits.hpp"
#include "extract/trace_list.hpp"

namespace extract {

void TreeWalk::open(const Object& object) {
  if (object.isRef() && !seen_.insert(object.getRefNum()).second) return;
  is_whole_ = is_whole_ && ++count_ <= limits::kTreeNodes;
  if (is_whole_) open_.push_back(object.copy());
}

bool TreeWalk::visit(const Object& root, const std::function<void(const Dict&)>& each) {
  open(root);
  while (!open_.empty() && is_whole_) {
    const Object node = fetch_present(open_.back(), xref_);
    open_.pop_back();
    if (node.isArray()) {
      for (int i = 0; i < node.arrayGetLength() && is_whole_; ++i) open(node.arrayGetNF(i));
    } else if (node.isDict()) {
      each(*node.getDict());
      if (node.getDict()->hasKey(kids_)) open(node.dictLookupNF(kids_));
    }
  }
  return is_whole_;
}

bool visit_pairs(const Object& root, const char* list, XRef& xref,
                 const std::function<void(const Object& key, const Object& value)>& each) {
  std::size_t left = limits::kTreeNodes;
  const bool is_whole = TreeWalk(xref, "Kids").visit(root, [&](const Dict& node) {
    const Object pairs = look_up(node, list, xref);
    if (!pairs.isArray()) return;
    for (int i = 0; i + 1 < pairs.arrayGetLength() && left > 0; i += 2, --left)
      each(fetch_present(pairs.arrayGetNF(i), xref), fetch_present(pairs.arrayGetNF(i + 1), xref));
  });
  return is_whole && left > 0;
}

}  // namespace extract
