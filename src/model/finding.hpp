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

// What a person has decided about it, and says why.
struct Ruling {
  std::string reason;
  std::string by;
  std::string until;  // ISO date, the last day on which it holds; "" = for ever
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
  // Filled in where decisions of persons or an earlier run are held against it:
  std::optional<Ruling> waived;
  std::optional<Ruling> confirmed;
  bool in_baseline = false;
};

// Failed, as far as a tool can tell; not a matter of opinion.
inline bool is_proven(const Finding& finding) {
  return finding.outcome == Outcome::failed && finding.confidence != Confidence::possible;
}

// Shown, and counted nowhere.
inline bool is_set_aside(const Finding& finding) {
  return finding.waived.has_value() || finding.in_baseline;
}

// Matters, and the tool cannot decide it, or the pack says that it should not.
inline bool is_left_to_person(const Finding& finding) {
  if (finding.severity == Severity::note) return false;
  if (!is_proven(finding)) return true;
  return finding.for_person && finding.severity != Severity::error;
}

// What a person was asked about and has confirmed is as good as proven.
inline bool is_blocking(const Finding& finding) {
  if (is_set_aside(finding)) return false;
  if (is_proven(finding) && finding.severity == Severity::error) return true;
  return finding.confirmed && is_left_to_person(finding);
}

// Matters, and only a person can decide it, who has not yet.
inline bool asks_for_person(const Finding& finding) {
  return is_left_to_person(finding) && !finding.confirmed && !is_set_aside(finding);
}

}  // namespace model
