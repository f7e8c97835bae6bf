// The kinds of what is taken out, and how often each was met.
#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>

namespace fix {

// In the order of the report.
enum class Kind : std::size_t {
  information,
  metadata,
  figure_files,
  figure_information,
  private_data,
  photo_metadata,
  remarks,
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
inline constexpr std::size_t kKinds = 19;

struct Count {
  int count = 0;
  std::set<std::string> names;  // whatever bytes they are
};
using Counts = std::array<Count, kKinds>;

}  // namespace fix
