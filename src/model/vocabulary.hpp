// The words by which measuring recognises sections and stages; they come from a pack.
#pragma once

#include <string>
#include <vector>

namespace model {

// A kind of section: "references", "appendix", "acknowledgments", "checklist"...
struct SectionClass {
  std::string id;
  std::vector<std::string> words;  // headings that begin one, any case, numbering left out
  bool counted = true;             // against the limit on main pages
};

// Text that shows in which stage a paper was compiled ("Do not distribute", "Published as").
struct StageMarks {
  std::string stage;
  std::vector<std::string> words;
};

struct Vocabulary {
  std::vector<SectionClass> sections;
  std::vector<StageMarks> stages;
};

}  // namespace model
