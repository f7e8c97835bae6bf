// By what a pack's style is known in a paper: what it prints, and how it sets the page.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/pack.hpp"

namespace model {

// A template of what an entry of the PDF's Info dictionary holds.
struct InfoText {
  std::string key;
  std::string text;
};

using Layouts = std::vector<std::vector<Rule>>;

enum class TitleSet { unknown, left, centred };

struct Fingerprint {
  std::string id;
  std::string pack_title;
  std::string venue;                 // the id without its year, or as the pack says
  int year = 0;                      // of the edition; 0 = any
  std::vector<std::string> parents;  // nearest first
  // Whether it extends an edition: then it is that one under another name, or asks for a little
  // more.
  bool stands_behind = false;
  std::vector<std::string> texts;   // templates of what this style alone prints, at any stage
  std::vector<std::string> shared;  // of what those of other venues print as well
  std::map<std::string, std::string> stages;  // of `texts` that only papers of one stage show
  std::vector<InfoText> info;                 // what its style or sample writes there
  TitleSet title = TitleSet::unknown;
  // Its rules on the page and its type, or what the pack describes in their place, at each stage;
  // packs of a family share them. Null: they tell nothing, or nobody asked for them.
  std::shared_ptr<const Layouts> layouts;
};

}  // namespace model
