// What a person decided beforehand about findings: an entry of a file of waivers.
#pragma once

#include <optional>
#include <string>

#include "model/finding.hpp"

namespace model {

struct Decision {
  bool confirms = false;    // the findings stand; else they are waived
  std::string check;        // an id, or a group with its slash: "layout/"
  std::string paper;        // its id, its path or the end of that; "" = any
  std::optional<int> page;  // none: any
  std::string fingerprint;  // "" = any
  Ruling ruling;
  std::string place;  // "waivers.toml:3", for what is said about it
};

}  // namespace model
