// How much a paper's page and type are those of a pack's style, by the rules of the pack; pure.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/fingerprint.hpp"
#include "model/paper.hpp"

namespace judge {

struct Likeness {
  int checks = 0;         // of the style that fit; 0 where one does not, or too few can be told
  double distance = 0;    // in points, summed over edges, leading and gutter
  bool is_close = false;  // it is off by no more than pages of one style differ
};

// Of one paper; packs of a family have the same rules, each of which is looked at once.
class LayoutLikeness {
 public:
  explicit LayoutLikeness(const model::Paper& paper);

  // To the nearest of its layouts.
  Likeness of(const model::Fingerprint& print);

 private:
  enum class Answer { fits, unlike, unknown };

  Likeness of(const std::vector<model::Rule>& rules);
  Answer answer(const model::Rule& rule);

  const model::Paper& paper_;
  model::TitleSet title_;
  std::map<const model::Layouts*, Likeness> nearest_;
  std::map<std::pair<std::string, std::map<std::string, model::Value, std::less<>>>, Answer> known_;
};

}  // namespace judge
