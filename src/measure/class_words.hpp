// Which class of sections a title names, by the words of a vocabulary.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/vocabulary.hpp"

namespace measure {

class ClassWords {
 public:
  explicit ClassWords(const model::Vocabulary& vocabulary);
  // The class whose words a squeezed title consists of; empty where none.
  std::string find(std::string_view title) const;

 private:
  std::map<std::string, std::string, std::less<>> ids_;  // by squeezed words
  std::vector<std::string> checklist_words_;
};

}  // namespace measure
