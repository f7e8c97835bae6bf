#include "measure/stage.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;

struct Texts {
  std::string first_page;  // all of it
  std::string beside;      // notices, heads and authors, not running text

  void add(const model::Line& line) {
    Role role = line.role;
    if (!line.visible || role == Role::ruler) return;
    bool is_first = line.page == 1;
    if (is_first) first_page += line.text + " ";
    bool is_beside =
        role == Role::running_head || role == Role::notice ||
        (is_first && (role == Role::author || role == Role::footnote || role == Role::title));
    if (is_beside) beside += line.text + " ";
  }
  Texts squeezed() const { return {measure::squeezed(first_page), measure::squeezed(beside)}; }
};

struct Mark {
  std::string stage;
  std::string text;   // squeezed
  std::string words;  // as they were given
};

// The marks that stand in the paper.
std::vector<Mark> find_marks(const Texts& texts, const model::Vocabulary& vocabulary) {
  std::vector<Mark> found;
  for (const model::StageMarks& stage : vocabulary.stages) {
    for (const std::string& mark : stage.words) {
      std::string plain = squeezed(mark);
      if (plain.empty()) continue;
      // One word alone may stand in any sentence; only beside the text is it a mark.
      bool is_word = mark.find(' ') == std::string::npos;
      bool stands = texts.beside.find(plain) != std::string::npos ||
                    (!is_word && texts.first_page.find(plain) != std::string::npos);
      if (stands) found.push_back({stage.stage, plain, mark});
    }
  }
  return found;
}

// "Submitted to the 9th Conference" holds "9th Conference" and says more than it.
bool is_part_of_another(const Mark& mark, const std::vector<Mark>& all) {
  return std::any_of(all.begin(), all.end(), [&](const Mark& other) {
    return other.text.size() > mark.text.size() && other.text.find(mark.text) != std::string::npos;
  });
}

std::vector<model::StageWords> find_deciding(const Texts& texts,
                                             const model::Vocabulary& vocabulary) {
  std::vector<Mark> marks = find_marks(texts.squeezed(), vocabulary);
  std::vector<model::StageWords> deciding;
  for (const Mark& mark : marks)
    if (!is_part_of_another(mark, marks)) deciding.push_back({mark.stage, mark.words});
  return deciding;
}

}  // namespace

std::optional<std::string> find_stage(const std::vector<PageText>& pages,
                                      const model::Vocabulary& vocabulary) {
  Texts texts;
  for (const PageText& page : pages)
    for (const TextLine& line : page.lines) texts.add(line.line);
  std::set<std::string> found;
  for (const model::StageWords& mark : find_deciding(texts, vocabulary)) found.insert(mark.stage);
  if (found.size() != 1) return std::nullopt;
  return *found.begin();
}

std::vector<model::StageWords> find_stage_words(const std::vector<model::Line>& lines,
                                                const model::Vocabulary& vocabulary) {
  Texts texts;
  for (const model::Line& line : lines) texts.add(line);
  return find_deciding(texts, vocabulary);
}

}  // namespace measure
