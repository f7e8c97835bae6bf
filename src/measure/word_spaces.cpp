#include "measure/word_spaces.hpp"

#include <algorithm>

#include "measure/body_type.hpp"

namespace measure {

std::optional<model::WordSpaces> find_word_spaces(const std::vector<PageText>& pages,
                                                  const model::BodyType& body) {
  // Justified lines differ from each other: a fifth of fewer lines is chance.
  constexpr std::size_t kFewest = 20;
  std::vector<int> gaps;
  for (const PageText& page : pages) {
    for (const TextLine& text : page.lines) {
      const model::Line& line = text.line;
      bool is_body = line.counted && line.visible && !text.turned &&
                     model::is_running_text(line.role) && is_body_size(text, body.size);
      if (is_body && line.word_gap > 0) gaps.push_back(line.word_gap);
    }
  }
  if (gaps.size() < kFewest) return std::nullopt;
  std::sort(gaps.begin(), gaps.end());
  return model::WordSpaces{gaps[gaps.size() / 2] / 1000.0, gaps[gaps.size() / 5] / 1000.0,
                           static_cast<int>(gaps.size())};
}

}  // namespace measure
