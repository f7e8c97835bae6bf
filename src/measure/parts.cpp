#include "measure/parts.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;

constexpr std::string_view kAbstract = "abstract";
// Title pages are one page long at most, so the abstract begins on one of these.
constexpr int kLastFirstPage = 2;
// Classes set abstracts a point smaller, of 9 to 12.
constexpr double kSmaller = 0.95;
constexpr int kFullLine = 40;  // letters, in the narrowest columns

// "Abstract. We show", "Abstract: We show", or the word alone where it was taken for no heading.
bool begins_abstract(const TextLine& line, const std::string& plain) {
  if (!plain.starts_with(kAbstract)) return false;
  if (plain.size() == kAbstract.size()) return true;
  if (line.line.text.size() <= kAbstract.size()) return false;
  auto next = static_cast<unsigned char>(line.line.text[kAbstract.size()]);
  return line.bold_first || next == '.' || next == ':' || next >= 0x80 || next == '-';
}

bool is_heading_of_abstract(const model::Section& section) {
  return section.page <= kLastFirstPage && squeezed(section.title) == kAbstract;
}

// The section of which its lines are: that of its heading, or what stands before the first.
// Where none follows nothing says where it ends.
bool find_place(const std::vector<SectionStart>& sections, int& place) {
  auto heading = std::find_if(sections.begin(), sections.end(), [](const SectionStart& start) {
    return is_heading_of_abstract(start.section);
  });
  bool has_heading = heading != sections.end();
  auto next = has_heading ? heading + 1 : sections.begin();
  place = has_heading ? static_cast<int>(heading - sections.begin()) : -1;
  int page = has_heading ? heading->section.page : 1;
  return next != sections.end() && next->section.page <= page + 1;
}

}  // namespace

void mark_references(const std::vector<SectionStart>& sections, std::vector<PageText>& pages) {
  for (PageText& page : pages) {
    bool in_entry = false;
    for (TextLine& line : page.lines) {
      if (line.line.section < 0) continue;
      const auto& section = sections[static_cast<std::size_t>(line.line.section)].section;
      if (section.class_id != "references") continue;
      // Small entries at the foot of a first page name meetings as its notice does.
      bool is_notice = line.line.role == Role::notice;
      in_entry = is_notice && (in_entry || line.line.text.starts_with('['));
      if (in_entry || line.line.role == Role::body) line.line.role = Role::reference;
    }
  }
}

namespace {

// How an abstract that is set apart differs from the text: what differs no more is text, though no
// heading says so.
class Setting {
 public:
  Setting(const TextLine& first, const PageText& page) : size_(first.line.size) {
    is_narrow_ = is_indented(first, page);
  }

  bool has(const TextLine& line, const PageText& page) const {
    if (line.letters < kFewLetters) return true;
    return line.line.size < 1.03 * size_ && (!is_narrow_ || is_indented(line, page));
  }

 private:
  static constexpr int kFewLetters = 20;

  static bool is_indented(const TextLine& line, const PageText& page) {
    if (page.columns.empty()) return false;
    int column = std::max(line.line.column, 0);
    return line.line.box.left >
           page.columns[static_cast<std::size_t>(column)].left + 0.4 * line.line.size;
  }

  Points size_ = 0;
  bool is_narrow_ = false;
};

// Journals print no word over the abstract: it stands below the title, smaller than the text or
// with keywords behind it.
bool stands_bare(const PageText& page, const TypeOfText& text) {
  bool has_title = false;
  const TextLine* first = nullptr;
  for (const TextLine& line : page.lines) {
    if (line.line.section >= 0) break;
    has_title = has_title || line.line.role == Role::title;
    if (line.line.role != Role::body || !line.line.visible) continue;
    std::string plain = squeezed(line.line.text);
    if (begins_abstract(line, plain)) return false;
    if (opens_keywords(plain)) return has_title && first;
    first = first ? first : &line;
  }
  return has_title && first && first->letters >= kFullLine &&
         first->line.size < kSmaller * text.size;
}

}  // namespace

void mark_abstract(const std::vector<SectionStart>& sections, const TypeOfText& text,
                   std::vector<PageText>& pages) {
  int place = -1;
  if (!find_place(sections, place)) return;
  bool inside = place >= 0 || stands_bare(pages.front(), text);
  const TextLine* first = nullptr;
  std::optional<Setting> setting;
  for (PageText& page : pages) {
    for (TextLine& line : page.lines) {
      if (line.line.section > place) return;
      if (line.line.section < place || line.line.role != Role::body || !line.line.visible) continue;
      std::string plain = squeezed(line.line.text);
      if (inside && opens_keywords(plain)) return;
      inside = inside || begins_abstract(line, plain);
      if (!inside || plain == kAbstract) continue;
      // The first line of a paragraph is indented anyway.
      if (first && !setting) setting.emplace(line, page);
      if (setting && !setting->has(line, page)) return;
      first = first ? first : &line;
      line.line.role = Role::abstract;
    }
  }
}

}  // namespace measure
