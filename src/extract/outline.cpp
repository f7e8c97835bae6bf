#include "extract/outline.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "extract/limits.hpp"
#include "extract/objects.hpp"

namespace extract {
namespace {

class OutlineReader {
 public:
  OutlineReader(const PageIndex& pages, model::Document& out) : pages_(pages), out_(out) {
    for (const auto& each : out.destinations) named_.emplace(each.name, Place{each.page, each.y});
  }
  bool read(const Object& root);

 private:
  struct Item {
    Object object;
    int level = 1;
  };
  void open(const Object& parent, const char* key, int level);
  void add(const Item& item);
  Place find(const Object& item) const;

  const PageIndex& pages_;
  model::Document& out_;
  std::map<std::string, Place> named_;
  std::vector<Item> open_;  // a stack, for chains and nestings as long as a file likes
  std::set<int> seen_;
};

void OutlineReader::open(const Object& parent, const char* key, int level) {
  const Object& id = parent.dictLookupNF(key);
  if (id.isRef() && !seen_.insert(id.getRefNum()).second) return;
  Object item = parent.dictLookup(key);
  if (item.isDict()) open_.push_back({std::move(item), level});
}

Place OutlineReader::find(const Object& item) const {
  Object target = item.dictLookup("Dest");
  const Object action = item.dictLookup("A");
  if (target.isNull() && action.isDict() && action.dictLookup("S").isName("GoTo")) {
    target = action.dictLookup("D");
  }
  if (const auto place = pages_.find(target)) return *place;
  const auto named = named_.find(text_of(target));
  return named == named_.end() ? Place{} : named->second;
}

void OutlineReader::add(const Item& item) {
  const Place place = find(item.object);
  out_.outline.push_back(
      {text_of(item.object.dictLookup("Title")), item.level, place.page, place.y});
}

bool OutlineReader::read(const Object& root) {
  open(root, "First", 1);
  bool is_whole = true;
  while (!open_.empty()) {
    if (out_.outline.size() >= limits::kOutlineEntries) return false;
    const Item item = std::move(open_.back());
    open_.pop_back();
    add(item);
    open(item.object, "Next", item.level);
    if (item.level < limits::kTreeDepth) {
      open(item.object, "First", item.level + 1);
    } else if (item.object.dictLookup("First").isDict()) {
      is_whole = false;
    }
  }
  return is_whole;
}

}  // namespace

bool read_outline(PDFDoc& document, const PageIndex& pages, model::Document& out) {
  const Object catalog = document.getXRef()->getCatalog();
  if (!catalog.isDict()) return true;
  const Object root = catalog.dictLookup("Outlines");
  return !root.isDict() || OutlineReader(pages, out).read(root);
}

}  // namespace extract
