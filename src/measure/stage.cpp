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
};

Texts collect(const std::vector<PageText>& pages) {
  Texts texts;
  for (const PageText& page : pages) {
    bool is_first = &page == pages.data();
    for (const TextLine& line : page.lines) {
      if (!line.line.visible) continue;
      Role role = line.line.role;
      if (is_first) texts.first_page += line.line.text + " ";
      bool is_beside =
          role == Role::running_head || role == Role::notice ||
          (is_first && (role == Role::author || role == Role::footnote || role == Role::title));
      if (is_beside) texts.beside += line.line.text + " ";
    }
  }
  return {squeezed(texts.first_page), squeezed(texts.beside)};
}

struct Mark {
  std::string stage;
  std::string text;  // squeezed
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
      if (stands) found.push_back({stage.stage, plain});
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

}  // namespace

std::optional<std::string> find_stage(const std::vector<PageText>& pages,
                                      const model::Vocabulary& vocabulary) {
  if (pages.empty()) return std::nullopt;
  std::vector<Mark> marks = find_marks(collect(pages), vocabulary);
  std::set<std::string> found;
  for (const Mark& mark : marks)
    if (!is_part_of_another(mark, marks)) found.insert(mark.stage);
  if (found.size() != 1) return std::nullopt;
  return *found.begin();
}

}  // namespace measure
