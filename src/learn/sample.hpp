// A venue's own paper that a pack is learned from: what was measured of it, and nothing of its
// bytes.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/measured.hpp"
#include "model/survey.hpp"

namespace learn {

struct Sample {
  std::string name;   // of the file, for comments and citations
  std::string stage;  // it is a sample of
  model::Measured measured;
  model::Survey survey;
  std::vector<model::Font> fonts = {};
};

// All samples of one stage, at least one.
struct Group {
  std::string stage;
  std::vector<const Sample*> samples;
};

}  // namespace learn
