// Goes over everything that a document's root leads to, takes out what must go, and numbers the
// rest; what is not met is not written.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "fix/rewriter/keys.hpp"
#include "fix/rewriter/objects.hpp"
#include "fix/rewriter/tally.hpp"

namespace fix {

class Sweep {
 public:
  Sweep(const Objects& objects, Tally& tally) : objects_(objects), tally_(tally) {}

  void run();

  // In the order of their new numbers, which begin with 1, the root's.
  const std::vector<Value*>& kept() const { return kept_; }
  std::optional<std::size_t> number_of(const PoDoFo::PdfReference& reference) const;
  // The new bytes of a stream; null where they are the old ones.
  const std::string* new_bytes(const Value& stream) const;
  int obscure_pictures() const { return obscure_pictures_; }
  // Strings with a slash, behind the keys of their entries, as far as these are few and short.
  const std::set<std::pair<std::string, std::string>>& paths() const { return paths_; }

 private:
  void note_shapes();
  void note_marks(const Value& resources);
  void note_drawings(const Value& dictionary, Shape its_shape);
  void clean(Value& value);
  void clean_dictionary(Value& dictionary);
  void clean_array(Value& array);
  void clean_stream(Value& stream);
  void meet(Value& reference);
  void note_path(const std::string& key, const Value& value);
  void tell(Kind kind, const Value& entry, const Value* value, const std::string& key);
  Shape shape(const Value& dictionary) const;

  const Objects& objects_;
  Tally& tally_;
  std::map<const Value*, Shape> shapes_;
  std::set<const Value*> drawings_;
  std::map<PoDoFo::PdfReference, std::size_t> numbers_;
  std::map<const Value*, std::string> new_bytes_;
  std::vector<Value*> kept_;
  std::set<std::pair<std::string, std::string>> paths_;
  int obscure_pictures_ = 0;
};

// How many objects of the file nothing leads to.
int count_unreachable(const Objects& objects);

}  // namespace fix
