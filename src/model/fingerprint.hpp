// By what a pack's style is known in a paper: what it prints, and how it sets the page.
#pragma once

#include <string>
#include <vector>

#include "model/pack.hpp"

namespace model {

struct Fingerprint {
  std::string id;
  std::string venue;                 // the id without its year, or as the pack says
  int year = 0;                      // of the edition; 0 = any
  std::vector<std::string> parents;  // nearest first
  // Whether it extends an edition: then it is that one under another name, or asks for a little
  // more.
  bool stands_behind = false;
  std::vector<std::string> texts;   // templates of what this style alone prints, at any stage
  std::vector<std::string> shared;  // of what those of other venues print as well
  std::vector<std::vector<Rule>> layouts;  // its rules on the page and its type, one list a stage
};

}  // namespace model
