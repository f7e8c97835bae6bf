#include "measure/main_end.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace measure {
namespace {

using model::Role;

// Notes stand below the text they belong to and do not tell how far it goes.
bool tells_end(const TextLine& line) {
  return line.line.counted && !line.turned && line.letters >= 2 && line.line.role != Role::footnote;
}

double fill_of(const PageText& page, const TextLine& line, const std::optional<Box>& block) {
  Box height = block ? *block : Box{0, 0, page.size.width, page.size.height};
  if (height.height() <= 0) return 1;
  double down = std::clamp((line.line.box.bottom - height.top) / height.height(), 0.0, 1.0);
  auto columns = static_cast<double>(page.gutters.size() + 1);
  if (line.line.column < 0) return down;
  return (line.line.column + down) / columns;
}

}  // namespace

std::optional<model::MainEnd> find_main_end(const std::vector<PageText>& pages,
                                            const std::vector<SectionStart>& sections,
                                            const std::optional<Box>& block) {
  // A float among the references counts, but where it drifted to does not say how far the text
  // goes.
  auto is_main = [&](const TextLine& line) {
    int section = line.line.section;
    return tells_end(line) && (section < 0 || sections[static_cast<std::size_t>(section)].counted);
  };
  for (std::size_t p = pages.size(); p-- > 0;) {
    const auto& lines = pages[p].lines;
    auto last = std::find_if(lines.rbegin(), lines.rend(), is_main);
    if (last == lines.rend()) continue;
    return model::MainEnd{static_cast<int>(p) + 1, last->line.box.bottom,
                          fill_of(pages[p], *last, block)};
  }
  return std::nullopt;
}

std::optional<model::References> find_references(const std::vector<SectionStart>& sections,
                                                 const std::vector<PageText>& pages) {
  auto is_it = [](const SectionStart& s) { return s.section.class_id == "references"; };
  auto found = std::find_if(sections.begin(), sections.end(), is_it);
  if (found == sections.end()) return std::nullopt;
  model::References references{found->section.page, found->section.y, found->section.page};
  for (const PageText& page : pages) {
    for (const TextLine& line : page.lines) {
      int section = line.line.section;
      bool is_entry = section >= 0 && is_it(sections[static_cast<std::size_t>(section)]) &&
                      model::is_running_text(line.line.role) && line.letters >= 3;
      if (is_entry) references.ends = std::max(references.ends, line.line.page);
    }
  }
  return references;
}

std::optional<model::Place> find_appendix(const std::vector<SectionStart>& sections) {
  for (const SectionStart& s : sections) {
    if (s.section.class_id == "appendix" || s.section.class_id == "supplementary") {
      return model::Place{s.section.page, s.section.y};
    }
  }
  return std::nullopt;
}

int count_words(const std::vector<PageText>& pages) {
  int words = 0;
  for (const PageText& page : pages) {
    for (const TextLine& line : page.lines) {
      if (!line.line.counted) continue;
      bool has_letter = false;  // in the word so far
      const std::string& text = line.line.text;
      for (unsigned char c : text) {
        if (c == ' ') words += has_letter;
        has_letter = c != ' ' && (has_letter || c >= 0x80 || std::isalnum(c));
      }
      words += has_letter;
      if (text.size() > 1 && text.back() == '-' &&
          std::isalpha(static_cast<unsigned char>(text[text.size() - 2])))
        --words;
    }
  }
  return std::max(0, words);
}

}  // namespace measure
