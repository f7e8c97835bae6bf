// One thing a check noticed, with its evidence, authority and mend.
#pragma once

#include <optional>
#include <string>

#include "model/geometry.hpp"

namespace model {

enum class Severity { note, warning, error };
enum class Outcome { failed, undecided };
enum class Confidence { possible, likely, certain };  // for a person; inferred; measured

struct Cite {
  std::string text;  // what the venue says, word by word
  std::string url;
  std::string read_on;  // ISO date
};

// Where of a paper's TeX something comes from.
struct SourceLine {
  std::string file;  // from the folder of the PDF, where it lies below that
  int line = 0;      // from 1
  bool operator==(const SourceLine&) const = default;
};

struct Finding {
  Outcome outcome = Outcome::failed;
  Confidence confidence = Confidence::certain;
  std::string message;  // one sentence
  std::optional<int> page;
  std::optional<Box> box;
  std::string measured;
  std::string allowed;
  std::string evidence;  // quoted from the paper
  std::string fix;       // what to change in LaTeX
  // Filled in by the judge, from the rule:
  std::string check;
  std::string rule;
  Severity severity = Severity::error;
  bool for_person = false;  // the pack sends it to a person even when it is a warning
  std::optional<Cite> cite;
  std::string fingerprint;
  // By whoever knows what TeX wrote down.
  std::optional<SourceLine> source = {};
};

// Failed, as far as a tool can tell; not a matter of opinion.
inline bool is_proven(const Finding& finding) {
  return finding.outcome == Outcome::failed && finding.confidence != Confidence::possible;
}

inline bool is_blocking(const Finding& finding) {
  return is_proven(finding) && finding.severity == Severity::error;
}

// Matters, and only a person can decide it.
inline bool asks_for_person(const Finding& finding) {
  if (finding.severity == Severity::note || is_blocking(finding)) return false;
  return finding.for_person || !is_proven(finding);
}

}  // namespace model
