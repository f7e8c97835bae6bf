// A venue's rules for one stage and track, inheritance resolved.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/params.hpp"
#include "model/vocabulary.hpp"

namespace model {

struct Rule {
  std::string id;
  std::string check;
  Severity severity = Severity::error;
  bool for_person = false;
  Params with;
  std::optional<Cite> cite;
  std::string fix;     // overrides the check's own
  std::string origin;  // "file.toml:12", for packs show
};

// What the venue asks but no rule can judge yet, and why ("its style file is not public").
struct Gap {
  std::string check;
  std::string why;
};

struct Pack {
  std::string id;
  std::string title;
  std::string version;
  std::string sha256;  // over the bytes of the file and of everything it extends
  std::string url;
  std::string read_on;
  std::string stage;
  std::optional<std::string> track;
  std::vector<std::string> stages;  // all it knows
  std::vector<std::string> tracks;
  Vocabulary vocabulary;
  std::vector<Rule> rules;  // by id
  std::vector<Gap> gaps;
};

}  // namespace model
