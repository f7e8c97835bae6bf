#include "extract/destinations.hpp"

#include <algorithm>
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
  // Looks up where all of them lead.
  void resolve(XRef& table);
  bool was_cut() const { return was_cut_; }

 private:
  struct Node {
    Object object;
    int depth = 0;
  };
  struct Named {
    std::string name;
    Object value;  // not fetched
  };
  void add(std::string name, const Object& value);
  void add_names(const Object& names);
  void add_kids(const Node& node);

  const PageIndex& pages_;
  model::Document& out_;
  std::vector<Named> named_;
  std::vector<Node> open_;  // a stack; the tree's own depth is the file's choice
  std::set<int> seen_;
  bool was_cut_ = false;
};

void Destinations::add(std::string name, const Object& value) {
  if (named_.size() >= limits::kDestinations) {
    was_cut_ = true;
    return;
  }
  named_.push_back({std::move(name), value.copy()});
}

// Which object stream holds it; 0 where it lies in the file itself.
Goffset stream_of(const Object& value, XRef& table) {
  if (!value.isRef() || value.getRefNum() < 0 || value.getRefNum() >= table.getNumObjects()) {
    return 0;
  }
  const XRefEntry* const entry = table.getEntry(value.getRefNum(), false);
  return entry->type == xrefEntryCompressed ? entry->offset : 0;
}

// By object stream: names come in the order of the alphabet, and the library (22.12) keeps only a
// few streams unpacked, so that in that order it would unpack each again and again.
void Destinations::resolve(XRef& table) {
  std::vector<std::pair<Goffset, std::size_t>> order;
  for (std::size_t i = 0; i < named_.size(); ++i) {
    order.emplace_back(stream_of(named_[i].value, table), i);
  }
  std::sort(order.begin(), order.end());
  out_.destinations.resize(named_.size());
  for (const auto& [stream, i] : order) {
    const Place place = pages_.find(named_[i].value.fetch(&table)).value_or(Place{});
    out_.destinations[i] = {std::move(named_[i].name), place.page, place.y};
  }
}

void Destinations::add_dictionary(const Object& dictionary) {
  if (!dictionary.isDict()) return;
  for (int i = 0; i < dictionary.dictGetLength() && !was_cut_; ++i) {
    add(clean_utf8(dictionary.dictGetKey(i)), dictionary.dictGetValNF(i));
  }
}

void Destinations::add_names(const Object& names) {
  if (!names.isArray()) return;
  for (int i = 0; i + 1 < names.arrayGetLength() && !was_cut_; i += 2) {
    add(text_of(names.arrayGet(i)), names.arrayGetNF(i + 1));
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
  reader.resolve(*document.getXRef());
  return !reader.was_cut();
}

}  // namespace extract
