#include "extract/page_tree.hpp"

#include <algorithm>
#include <vector>

#include "extract/limits.hpp"

namespace extract {
namespace {

constexpr int kNodesPage = 8;  // inner nodes and dead ends a page, on average, before it is a trap

struct Node {
  Object kids;
  int id = -1;
  int next = 0;
};

bool is_page(const Object& node) {
  return node.isDict("Page") || !node.getDict()->hasKey("Kids");
}

bool is_open(const std::vector<Node>& path, int id) {
  return std::any_of(path.begin(), path.end(), [&](const Node& node) { return node.id == id; });
}

}  // namespace

std::optional<int> count_pages(PDFDoc& document) {
  const Object catalog = document.getXRef()->getCatalog();
  if (!catalog.isDict()) return 0;
  const Object root = catalog.dictLookup("Pages");
  if (!root.isDict()) return 0;
  if (is_page(root)) return 1;
  const Object& root_id = catalog.dictLookupNF("Pages");
  std::vector<Node> path;
  path.push_back({root.dictLookup("Kids"), root_id.isRef() ? root_id.getRefNum() : -1});
  int pages = 0;
  for (int steps = 0; !path.empty() && pages <= limits::kPages; ++steps) {
    if (steps > limits::kPages * kNodesPage) return std::nullopt;
    Node& node = path.back();
    if (!node.kids.isArray() || node.next >= node.kids.arrayGetLength()) {
      path.pop_back();
      continue;
    }
    const int index = node.next++;
    const Object& id = node.kids.arrayGetNF(index);
    if (!id.isRef() || is_open(path, id.getRefNum())) continue;
    const Object kid = node.kids.arrayGet(index);
    if (!kid.isDict()) continue;
    if (is_page(kid)) {
      ++pages;
    } else if (path.size() >= limits::kTreeDepth) {
      return std::nullopt;
    } else {
      path.push_back({kid.dictLookup("Kids"), id.getRefNum()});
    }
  }
  return pages;
}

}  // namespace extract
