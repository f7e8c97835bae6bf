// Counts what is taken out, by kind, and says it.
#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "fix/fix.hpp"

namespace fix {

// In the order of the report.
enum class Kind : std::size_t {
  information,
  metadata,
  figure_files,
  figure_information,
  private_data,
  photo_metadata,
  thumbnails,
  comments,
  attachments,
  actions,
  file_links,
  signatures,
  form_data,
  layer_authors,
  keys,
  revisions,
  unreachable,
  structure,  // goes with what it stood for, and is not told
};
inline constexpr std::size_t kKinds = 18;

class Tally {
 public:
  // `name` is told once, whatever the count.
  void add(Kind kind, const std::string& name = "", int count = 1);
  // The same thing, met over several ways, counts once.
  void add_once(Kind kind, const void* thing, const std::string& name = "");

  std::vector<Removal> removals() const;

 private:
  struct Entry {
    int count = 0;
    std::set<std::string> names;
  };
  std::array<Entry, kKinds> entries_;
  std::set<const void*> counted_;
};

}  // namespace fix
