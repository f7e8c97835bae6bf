// The contract of a check: a pure function from a paper and a rule's limits to findings.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/paper.hpp"
#include "model/params.hpp"
#include "model/sketch.hpp"

namespace checks {

enum class ParamType {
  flag,     // true
  integer,  // 9
  number,   // 0.025
  length,   // "1in"
  text,     // "Limitations"
  texts,    // ["letter", "a4"]
  lengths,  // ["10.9pt", "11pt"]
};

inline constexpr std::string_view kRequired = "<required>";
inline constexpr std::string_view kOptional = "<optional>";
// As `choices`: what the vocabulary of the pack calls its kinds of section.
inline constexpr std::string_view kSectionClasses = "<section classes>";

struct Param {
  std::string_view name;
  ParamType type;
  std::string_view fallback;      // kRequired, kOptional, or a value as a pack would write it
  std::string_view meaning;       // one line, for explain and the schema
  std::string_view choices = "";  // space-separated words a `text` or `texts` may hold; "" = any
  std::size_t count = 0;          // values a list must have; 0 = any number
  // What is wrong with a value of the right type, for the author of the pack; "" = nothing.
  std::string (*objection)(const model::Value&) = nullptr;
};

using Findings = std::vector<model::Finding>;

// What a comparison with the other papers says of one.
struct Compared {
  Findings findings;
  std::string unchecked;  // why it could not be compared, or not wholly; empty where it was
};

// A check neither reads files, prints, throws, sorts, nor knows severities or venues. Missing data
// gives a finding with Outcome::undecided and the reason. An empty answer means: looked, all well.
//
// Of the two functions a check has one, the other is null.
struct Check {
  std::string_view id;
  std::string_view summary;
  std::span<const Param> params;
  Findings (*run)(const model::Paper&, const model::Params&);
  bool reads_broken_files = false;  // runs also where extraction failed (the file/ group)
  bool needs_authors = false;       // says nothing of a paper whose authors nobody names
  bool reads_supplement = false;    // and says nothing where there is none
  // Compares papers with each other (the batch/ group): an answer for each, in their order. 10,000
  // papers take less than a second.
  std::vector<Compared> (*across)(std::span<const model::Submission>,
                                  const model::Params&) = nullptr;
  // Space-separated params of which a rule must give one: without any it would ask for nothing.
  std::string_view one_of = "";
};

}  // namespace checks
