// How a paper's page and type compare with those of a style.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "model/fingerprint.hpp"
#include "model/paper.hpp"

namespace judge {

// Of one paper; packs of a family have the same rules, each of which is looked at once.
class LayoutLikeness {
 public:
  explicit LayoutLikeness(const model::Paper& paper) : paper_(paper) {}

  // How many of the style's checks fit at the stage where most do; 0 where one does not fit, or too
  // few can be told.
  int of(const model::Fingerprint& print);

 private:
  enum class Answer { fits, unlike, unknown };

  int of(const std::vector<model::Rule>& rules);
  Answer answer(const model::Rule& rule);

  const model::Paper& paper_;
  std::map<std::pair<std::string, std::map<std::string, model::Value, std::less<>>>, Answer> known_;
};

}  // namespace judge
