// Regular expressions that a pack lists: compiled when first needed, matched in any case.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/squeezed.hpp"
#include "model/params.hpp"

namespace checks {

class Pattern;

class Patterns {
 public:
  // A broken pattern matches nothing; a pack with one is refused before any paper is judged.
  explicit Patterns(const std::vector<std::string>& sources);
  ~Patterns();

  // Whether one of them matches all of the text, blanks at its ends apart.
  bool match(std::string_view text) const;
  bool match_all(const std::vector<std::string>& texts) const;
  // Where the first of them that occurs does so first.
  std::optional<Span> find(std::string_view text) const;
  // Where any of them matches a part of the text, in order; of those that overlap the first.
  std::vector<Span> find_all(std::string_view text) const;

 private:
  std::vector<std::shared_ptr<const Pattern>> all_;
};

// Patterns for squeezed text, written with blanks that are not part of them.
std::vector<std::string> without_blanks(std::vector<std::string> sources);

// What is wrong with a list of patterns, for Param::objection.
std::string unless_patterns(const model::Value& value);

// Those of all that were asked for so far which any text may match, where many papers are to be
// judged in processes of their own. Of the others a paper needs few.
void compile_patterns();

}  // namespace checks
