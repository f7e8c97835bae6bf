// The mistakes found in a pack so far, each with its place.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "packs/node.hpp"
#include "util/expected.hpp"

namespace packs {

class Problems {
 public:
  // Said once, however many stages and tracks meet it. Control characters are shown, not obeyed.
  void add(const Place& place, std::string_view message);

  bool empty() const { return found_.empty(); }
  // A hostile file has a hundred thousand mistakes: no one reads past the first hundred.
  bool is_full() const { return found_.size() >= 100; }

  // `file:line:column: message`, by place; `files` are the names behind Place::file.
  std::vector<util::Error> listed(std::span<const std::string> files) const;

 private:
  std::set<std::pair<Place, std::string>> found_;
};

// Where one sentence has to do: the first, and how many more there are.
util::Error first_of(std::span<const util::Error> mistakes);

// `; did you mean "..."?`, or nothing when no candidate is near.
std::string suggest(std::string_view word, std::span<const std::string> candidates);

// A word of a pack in quotes, printable and not too long.
std::string in_quotes(std::string_view word);

}  // namespace packs
