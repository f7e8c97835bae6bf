#include "checks/main_part.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace checks {
namespace {

// Shares of lines, of 20 bibliographies in numeric and author-year styles: entries begin or name a
// venue on a third to a half of their lines; running text does so on less than a tenth.
constexpr double kEntryShare = 0.2;
constexpr double kYearShare = 0.4;
// A page whose text was turned to outlines has thousands of fills; rules and bullets are few.
constexpr std::size_t kManyInks = 200;
constexpr double kLargeImage = 0.1;  // of the page

bool has_content(const model::Measured& measured, int page, bool counted) {
  return std::any_of(measured.lines.begin(), measured.lines.end(), [&](const model::Line& line) {
    return line.page == page && is_content(line) && line.counted == counted;
  });
}

std::vector<int> with_wordless_between(const model::Measured& measured, std::vector<int> pages) {
  if (pages.empty()) return pages;
  std::vector<int> filled;
  for (int page = pages.front(); page <= pages.back(); ++page) {
    bool counts = std::binary_search(pages.begin(), pages.end(), page);
    if (counts || !has_content(measured, page, false)) filled.push_back(page);
  }
  return filled;
}

}  // namespace

MainPart main_part(const model::Measured& measured, std::size_t end) {
  MainPart part;
  for (std::size_t i = 0; i < std::min(end, measured.lines.size()); ++i) {
    const model::Line& line = measured.lines[i];
    if (line.counted && is_content(line)) part.lines.push_back(&line);
  }
  part.pages = with_wordless_between(measured, pages_of(part.lines));
  return part;
}

std::size_t references_begin(const model::Measured& measured) {
  if (!measured.references) return measured.lines.size();
  for (const model::Section& section : measured.sections)
    if (section.class_id == "references" && section.page == measured.references->page)
      return static_cast<std::size_t>(std::max(0, section.first_line));
  for (std::size_t i = 0; i < measured.lines.size(); ++i)
    if (measured.lines[i].page > measured.references->page) return i;
  return measured.lines.size();
}

const std::string& class_of(const model::Line& line, const model::Measured& measured) {
  static const std::string kBody = "body";
  if (line.section < 0 || static_cast<std::size_t>(line.section) >= measured.sections.size())
    return kBody;
  return measured.sections[static_cast<std::size_t>(line.section)].class_id;
}

bool look_like_references(const Lines& lines) {
  static const re2::RE2 kEntry(
      R"(^\[[\w+]{1,8}\] |^\d{1,3}\. [A-Z]|(?i)arxiv preprint|\bin proceedings|\bproc\. |)"
      R"(\bjournal of|\bpp\. ?\d|\bdoi[:.]|\bphd thesis|university press|\bet al\., editors)");
  static const re2::RE2 kYear(R"(\b(19|20)\d\d[a-z]?\)?[.,])");
  double entries = 0, years = 0, all = 0;
  for (const model::Line* line : lines) {
    if (is_float(*line)) continue;
    ++all;
    entries += re2::RE2::PartialMatch(line->text, kEntry);
    years += re2::RE2::PartialMatch(line->text, kYear);
  }
  return all > 0 && (entries / all >= kEntryShare || years / all >= kYearShare);
}

bool only_in_unnumbered_sections(const Lines& lines, const model::Measured& measured) {
  auto top_level = [](const model::Section& section) { return section.level == 1; };
  auto numbered =
      std::count_if(measured.sections.begin(), measured.sections.end(),
                    [&](const model::Section& s) { return top_level(s) && !s.number.empty(); });
  if (numbered < 2) return false;
  return std::all_of(lines.begin(), lines.end(), [&](const model::Line* line) {
    // A subsection belongs to the section above it.
    for (int i = line->section; i >= 0; --i) {
      const model::Section& section = measured.sections[static_cast<std::size_t>(i)];
      if (top_level(section)) return section.number.empty();
    }
    return false;
  });
}

bool is_wordless(const model::Paper& paper, int page) {
  if (page < 1 || static_cast<std::size_t>(page) > paper.document.pages.size()) return false;
  if (has_content(paper.measured, page, true) || has_content(paper.measured, page, false))
    return false;
  const model::Page& sheet = paper.document.pages[static_cast<std::size_t>(page - 1)];
  double area = sheet.size.width * sheet.size.height;
  return sheet.inks.size() >= kManyInks ||
         std::any_of(sheet.inks.begin(), sheet.inks.end(), [&](const model::Ink& ink) {
           return ink.kind == model::InkKind::image &&
                  ink.box.width() * ink.box.height() >= kLargeImage * area;
         });
}

}  // namespace checks
