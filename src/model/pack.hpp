// A venue's rules for one stage and track, inheritance resolved.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/params.hpp"
#include "model/vocabulary.hpp"

namespace model {

// A file of a pack's chain: of the pack itself, or of one that it extends.
struct Source {
  std::string id;
  std::string file;  // "family/venue-2025.toml"
  std::string title;
  std::string url;
  std::string read_on;
};

// Where something stands, for packs show.
struct Origin {
  int source = -1;  // of Pack::sources; -1 = nowhere
  int line = 0;
};

struct Rule {
  std::string id;
  std::string check;
  Severity severity = Severity::error;
  bool for_person = false;
  Params with;
  std::optional<Cite> cite;
  std::string fix;  // overrides the check's own
  Origin origin;    // of the rule, and of what it says by its key: "severity", "max", "cite"
  std::map<std::string, Origin, std::less<>> origins;
};

// What the venue asks but no rule can judge yet, and why ("its style file is not public").
struct Gap {
  std::string check;
  std::string why;
  std::vector<std::string> stages;  // where it is one; empty = everywhere
  std::vector<std::string> tracks;
  Origin origin;
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
  std::vector<Source> sources;                         // each over those that stand before it
  std::map<std::string, Origin, std::less<>> origins;  // "url", "stages", "sections.references"
};

}  // namespace model
