// The answer for one file: measurements, findings, verdict, and what could not be judged.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/pack.hpp"
#include "model/paper.hpp"
#include "model/sketch.hpp"
#include "model/survey.hpp"
#include "util/version.hpp"

namespace model {

enum class Verdict { pass, review, fail, unjudged };

// A file beside a paper that was looked at with it.
struct Beside {
  std::string path;
  std::string sha256;
  std::uint64_t bytes = 0;
};

struct FileFacts {
  std::string path;  // as the user gave it
  std::string id;
  std::string sha256;
  std::uint64_t bytes = 0;
  std::optional<Beside> supplement = {};
};

struct Unchecked {
  std::string check;
  std::string why;
};

// Why a pack was chosen where nobody named one.
struct PackMatch {
  std::optional<Confidence> confidence;  // none: no pack fits, and the rules of any venue hold
  std::string why;
  std::string runner_up;  // id of the next best; "" = there is none
};

// What of the pack a result repeats.
struct PackFacts {
  std::string id, title, version, sha256, stage;
  std::optional<std::string> track;
  bool automatic = false;
  std::optional<PackMatch> match;  // of an automatic one
};

struct Result {
  std::string version{util::version()};  // of the tool that judged
  std::optional<PackFacts> pack;         // none for inspect
  FileFacts file;
  Verdict verdict = Verdict::unjudged;
  std::string stopped;  // why the tool itself stopped; empty where it did not
  std::optional<Paper> paper;
  std::vector<Finding> findings;  // errors first, then by page and check
  std::vector<std::string> checked;
  std::vector<Unchecked> unchecked;
  // Hash of all that this result depends on; empty where it was not asked for.
  std::string key;
  Identities identities;         // of the authors, where they are known
  std::optional<Sketch> sketch;  // where the pack compares papers with each other
  std::optional<Survey> survey;  // of a paper that is only inspected
  // Letters of what styles print, where the style is not the pack's, on its way to whoever knows
  // all packs; in no stored record.
  std::vector<std::string> printed;
};

}  // namespace model
