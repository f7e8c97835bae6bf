#include "measure/survey.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "measure/class_words.hpp"
#include "measure/families.hpp"
#include "measure/glyphs.hpp"
#include "measure/page_marks.hpp"
#include "measure/stage.hpp"
#include "measure/wording.hpp"
#include "model/shortcomings.hpp"
#include "util/format.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace measure {
namespace {

using model::Measured;
using model::Role;

int letters_of(const model::Line& line) {
  auto is_letter = [](unsigned char c) { return c != ' ' && (c & 0xc0) != 0x80; };
  return static_cast<int>(std::count_if(line.text.begin(), line.text.end(), is_letter));
}

template <class Key>
Key most_of(const std::map<Key, long>& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](auto& a, auto& b) { return a.second < b.second; })
      ->first;
}

void survey_pages(const model::Paper& paper, model::Survey& out) {
  const Measured& measured = paper.measured;
  std::vector<std::map<Role, int>> roles(paper.document.pages.size());
  for (const model::Line& line : measured.lines)
    if (line.page >= 1 && static_cast<std::size_t>(line.page) <= roles.size())
      ++roles[static_cast<std::size_t>(line.page - 1)][line.role];
  for (std::size_t i = 0; i < roles.size(); ++i) {
    model::SurveyedPage& page = out.pages.emplace_back();
    page.size = paper.document.pages[i].size;
    for (const auto& [role, lines] : roles[i]) page.roles.push_back({role, lines});
    if (i >= measured.layouts.size()) continue;
    const model::PageLayout& layout = measured.layouts[i];
    page.columns = layout.columns;
    page.text_block = layout.text_block;
    for (const model::ColumnFill& fill : layout.fills)
      if (fill.column >= 0) page.column_lines.push_back(fill.lines);
    page.body_size = layout.body_size;
    page.leading = layout.leading;
    page.distances = layout.distances;
  }
}

void survey_gaps(const Measured& measured, model::Survey& out) {
  std::map<std::pair<model::SpacingKind, int>, std::vector<Points>> samples;
  for (const model::Spacing& gap : measured.spacings)
    samples[{gap.kind, gap.level}].push_back(gap.distance);
  for (auto& [key, sample] : samples) {
    std::sort(sample.begin(), sample.end());
    out.gaps.push_back({key.first, key.second, sample[(sample.size() - 1) / 2], sample.front(),
                        sample.back(), sample[(sample.size() - 1) / 5],
                        static_cast<int>(sample.size())});
  }
}

std::string family_of(const std::vector<model::Font>& fonts, std::size_t font) {
  if (font >= fonts.size()) return "";
  return is_math_font(fonts[font].name) ? "formulas" : design_family(fonts[font].name);
}

// Glyph by glyph: a line's own size hides indices, small capitals and figures.
void survey_glyphs(const model::Document& document, model::Survey& out) {
  std::map<std::pair<std::uint16_t, long>, long> letters;  // by font and hundredths of a point
  long all = 0;
  out.fonts.resize(document.fonts.size());
  for (std::size_t i = 0; i < document.fonts.size(); ++i)
    out.fonts[i].in_form = document.fonts[i].glyphs_in_form;
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    const model::Page& page = document.pages[p];
    for (const model::Glyph& glyph : page.glyphs) {
      if (!is_painted(glyph) || is_blank(glyph, page)) continue;
      ++letters[{glyph.font, std::lround(glyph.size * 100)}];
      ++all;
      if (glyph.font >= out.fonts.size()) continue;
      model::FontUse& use = out.fonts[glyph.font];
      auto number = static_cast<int>(p) + 1;
      if (use.last_page != number) ++use.pages;
      if (use.first_page == 0) use.first_page = number;
      use.last_page = number;
    }
  }
  std::map<std::pair<std::string, long>, long> sizes;
  for (const auto& [key, count] : letters)
    sizes[{family_of(document.fonts, key.first), key.second}] += count;
  for (const auto& [key, count] : sizes)
    out.sizes.push_back({static_cast<double>(key.second) / 100, key.first,
                         static_cast<double>(count) / static_cast<double>(all)});
  std::stable_sort(out.sizes.begin(), out.sizes.end(),
                   [](const auto& a, const auto& b) { return a.share > b.share; });
}

void survey_roles_of_fonts(const Measured& measured, model::Survey& out) {
  std::vector<std::map<Role, long>> letters(out.fonts.size());
  for (const model::Line& line : measured.lines)
    if (line.font >= 0 && static_cast<std::size_t>(line.font) < letters.size() && line.visible)
      letters[static_cast<std::size_t>(line.font)][line.role] += letters_of(line);
  for (std::size_t i = 0; i < letters.size(); ++i)
    if (!letters[i].empty()) out.fonts[i].role = most_of(letters[i]);
}

// A package's anchor stands up to some lines above its heading.
bool is_anchor_of(const model::Destination& anchor, const model::Section& section) {
  static constexpr std::array<std::string_view, 5> kKinds = {"section", "appendix", "chapter",
                                                             "subsection", "subsubsection"};
  constexpr Points kNear = 60;
  auto dot = anchor.name.find('.');
  if (anchor.page != section.page || dot == std::string::npos) return false;
  std::string_view kind = std::string_view(anchor.name).substr(0, dot);
  bool is_starred = kind.ends_with('*');
  if (is_starred) kind.remove_suffix(1);
  bool is_its = is_starred ? section.number.empty() : anchor.name.substr(dot + 1) == section.number;
  return is_its && std::abs(anchor.y - section.y) < kNear &&
         std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

// What can still be seen of the reasons for which its line was taken for a heading.
class Evidence {
 public:
  Evidence(const model::Paper& paper, const model::Vocabulary& vocabulary)
      : paper_(paper), words_(vocabulary) {
    for (const model::OutlineEntry& entry : paper.document.outline)
      outline_.emplace(squeezed(entry.title), entry.page);
  }

  std::string of(const model::Section& section) const {
    std::vector<std::string> all;
    if (!section.number.empty()) all.emplace_back("numbered");
    if (is_larger(section))
      all.push_back(fmt::format("larger ({:g} pt)", util::rounded(section.size)));
    if (is_bold(section)) all.emplace_back("bold");
    if (auto anchor = anchor_of(section); !anchor.empty()) all.push_back("anchor " + anchor);
    if (is_in_outline(section)) all.emplace_back("in the outline");
    if (!words_.find(squeezed(section.title)).empty()) all.emplace_back("known words");
    return all.empty() ? "by its place and look" : util::join(all, ", ");
  }

 private:
  bool is_larger(const model::Section& section) const {
    const auto& body = paper_.measured.body;
    return body && section.size > 1.03 * body->size;
  }
  bool is_bold(const model::Section& section) const {
    const auto& lines = paper_.measured.lines;
    const auto& fonts = paper_.document.fonts;
    auto line = static_cast<std::size_t>(section.first_line);
    if (line >= lines.size() || lines[line].font < 0) return false;
    auto font = static_cast<std::size_t>(lines[line].font);
    return font < fonts.size() && is_bold_font(fonts[font].name);
  }
  std::string anchor_of(const model::Section& section) const {
    const auto& anchors = paper_.document.destinations;
    auto found = std::find_if(anchors.begin(), anchors.end(),
                              [&](const auto& anchor) { return is_anchor_of(anchor, section); });
    return found == anchors.end() ? "" : found->name;
  }
  bool is_in_outline(const model::Section& section) const {
    for (const std::string& title : {section.title, section.number + section.title}) {
      auto found = outline_.find(squeezed(title));
      if (found != outline_.end() && std::abs(found->second - section.page) <= 1) return true;
    }
    return false;
  }

  const model::Paper& paper_;
  ClassWords words_;
  std::map<std::string, int> outline_;  // pages by squeezed title
};

std::string title_of(const Measured& measured) {
  std::vector<std::string> lines;
  for (const model::Line& line : measured.lines)
    if (line.role == Role::title && line.visible) lines.push_back(line.text);
  return util::join(lines, " ");
}

}  // namespace

model::Survey survey(const model::Paper& paper, const model::Vocabulary& vocabulary) {
  model::Survey out;
  survey_pages(paper, out);
  survey_gaps(paper.measured, out);
  survey_glyphs(paper.document, out);
  survey_roles_of_fonts(paper.measured, out);
  if (paper.measured.body) {
    out.leading_distances = paper.measured.body->lines;
    out.word_spaces = paper.measured.body->word_spaces;
  }
  Evidence evidence(paper, vocabulary);
  for (const model::Section& section : paper.measured.sections)
    out.headings.push_back(evidence.of(section));
  for (const model::Section& section : paper.measured.sections)
    out.heading_sizes.push_back(section.size);
  out.marks = page_marks(paper);
  out.title = title_of(paper.measured);
  out.stage_words = find_stage_words(paper.measured.lines, vocabulary);
  out.shortcomings = model::shortcomings(paper.document);
  return out;
}

}  // namespace measure
