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

// A check neither reads files, prints, throws, sorts, nor knows severities or venues. Missing data
// gives a finding with Outcome::undecided and the reason. An empty answer means: looked, all well.
struct Check {
  std::string_view id;
  std::string_view summary;
  std::span<const Param> params;
  Findings (*run)(const model::Paper&, const model::Params&);
  bool reads_broken_files = false;  // runs also where extraction failed (the file/ group)
};

}  // namespace checks
