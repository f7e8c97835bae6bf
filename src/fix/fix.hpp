// Takes out of a PDF what tells of its authors and is not seen, by writing it anew; the only door
// to the library that edits PDFs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/limits.hpp"
#include "util/expected.hpp"

namespace fix {

inline constexpr std::uint64_t kMostBytes = extract::kMostFileBytes;

// Something that was taken out, in the words of a report.
struct Removal {
  std::string kind;  // "document-information"
  int count = 0;
  std::string text;  // "5 entries of document information: Author, Title..."

  bool operator==(const Removal&) const = default;
};

struct Rewritten {
  std::string bytes;
  std::vector<Removal> removed;    // in a fixed order
  std::vector<std::string> stays;  // hidden things that could not be taken out, and why
};

// Why nothing can be rewritten here. Loads what rewriting takes: a process that may open no file
// must be forked after that.
std::optional<util::Error> find_obstacle();

// The same bytes make the same bytes. What needs a page as it is shown stays: fonts, pictures,
// links and what they lead to, outlines, fields, layers, structure. An error says why the file
// cannot be rewritten and what to do. Throws std::bad_alloc alone.
util::Expected<Rewritten> rewrite(std::string_view pdf);

// For the pipe between two processes. Whoever reads must treat it as an enemy's.
std::string encode(const util::Expected<Rewritten>& rewritten);
util::Expected<Rewritten> decode(std::string_view bytes);

}  // namespace fix
