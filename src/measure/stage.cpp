#include "measure/stage.hpp"

#include <set>

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

}  // namespace

std::optional<std::string> find_stage(const std::vector<PageText>& pages,
                                      const model::Vocabulary& vocabulary) {
  if (pages.empty()) return std::nullopt;
  Texts texts = collect(pages);
  std::set<std::string> found;
  for (const model::StageMarks& stage : vocabulary.stages) {
    for (const std::string& mark : stage.words) {
      std::string plain = squeezed(mark);
      if (plain.empty()) continue;
      // One word alone may stand in any sentence; only beside the text is it a mark.
      bool is_word = mark.find(' ') == std::string::npos;
      bool stands = texts.beside.find(plain) != std::string::npos ||
                    (!is_word && texts.first_page.find(plain) != std::string::npos);
      if (stands) found.insert(stage.stage);
    }
  }
  if (found.size() != 1) return std::nullopt;
  return *found.begin();
}

}  // namespace measure
