#include "extract/destinations.hpp"

#include <set>
#include <utility>

#include "extract/limits.hpp"
#include "extract/objects.hpp"
#include "extract/text_string.hpp"

namespace extract {
namespace {

class Destinations {
 public:
  Destinations(const PageIndex& pages, model::Document& out) : pages_(pages), out_(out) {}

  void add_dictionary(const Object& dictionary);
  void add_tree(Object root);
  bool was_cut() const { return was_cut_; }

 private:
  struct Node {
    Object object;
    int depth = 0;
  };
  void add(std::string name, const Object& value);
  void add_names(const Object& names);
  void add_kids(const Node& node);

  const PageIndex& pages_;
  model::Document& out_;
  std::vector<Node> open_;  // a stack; the tree's own depth is the file's choice
  std::set<int> seen_;
  bool was_cut_ = false;
};

void Destinations::add(std::string name, const Object& value) {
  if (out_.destinations.size() >= limits::kDestinations) {
    was_cut_ = true;
    return;
  }
  const Place place = pages_.find(value).value_or(Place{});
  out_.destinations.push_back({std::move(name), place.page, place.y});
}

void Destinations::add_dictionary(const Object& dictionary) {
  if (!dictionary.isDict()) return;
  for (int i = 0; i < dictionary.dictGetLength() && !was_cut_; ++i) {
    add(clean_utf8(dictionary.dictGetKey(i)), dictionary.dictGetVal(i));
  }
}

void Destinations::add_names(const Object& names) {
  if (!names.isArray()) return;
  for (int i = 0; i + 1 < names.arrayGetLength() && !was_cut_; i += 2) {
    add(text_of(names.arrayGet(i)), names.arrayGet(i + 1));
  }
}

// Pushed in reverse, so that the first kid is read first.
void Destinations::add_kids(const Node& node) {
  const Object kids = node.object.dictLookup("Kids");
  if (!kids.isArray()) return;
  if (node.depth >= limits::kTreeDepth) {
    was_cut_ = true;
    return;
  }
  for (int i = kids.arrayGetLength() - 1; i >= 0; --i) {
    const Object& id = kids.arrayGetNF(i);
    if (id.isRef() && !seen_.insert(id.getRefNum()).second) continue;
    if (open_.size() >= limits::kDestinations) {
      was_cut_ = true;
      return;
    }
    open_.push_back({kids.arrayGet(i), node.depth + 1});
  }
}

void Destinations::add_tree(Object root) {
  open_.push_back({std::move(root), 0});
  while (!open_.empty() && !was_cut_) {
    const Node node = std::move(open_.back());
    open_.pop_back();
    if (!node.object.isDict()) continue;
    add_names(node.object.dictLookup("Names"));
    add_kids(node);
  }
}

}  // namespace

bool read_destinations(PDFDoc& document, const PageIndex& pages, model::Document& out) {
  const Object catalog = document.getXRef()->getCatalog();
  if (!catalog.isDict()) return true;
  Destinations reader(pages, out);
  reader.add_dictionary(catalog.dictLookup("Dests"));
  const Object names = catalog.dictLookup("Names");
  if (names.isDict()) reader.add_tree(names.dictLookup("Dests"));
  return !reader.was_cut();
}

}  // namespace extract
