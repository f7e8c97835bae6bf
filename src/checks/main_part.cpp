#include "checks/main_part.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace checks {
namespace {

// Over some sixty papers in numeric and author-year styles, 58 % and more of the lines of reference
// lists look like part of an entry, and at most 30 % of any twenty lines of running text.
constexpr double kEntryShare = 0.45;
// Numbers, authors with initials, years at the end, venues, pages.
constexpr char kEntryPattern[] =
    R"(^\[[\w+]{1,8}\] [A-Z]|^\d{1,3}\. [A-Z])"
    R"(|\b[A-Z]\.,? (and|&) |\b[A-Z]\., [A-Z]|\b[A-Z]\. ?[A-Z][a-z]+(,| and))"
    R"(|, [A-Z][a-z]+ [A-Z][a-z]+, [A-Z][a-z]+ [A-Z]|, and [A-Z][a-z]+( [A-Z]\.)? [A-Z][a-z]+[.,])"
    R"(|\b(19|20)\d\d[a-z]?\)?\.( |$)|, (19|20)\d\d[.,]?$|\b\d+\(\d+\):|\b\d+:\d+[-\x{2013}]\d+)"
    R"(|(?i)\barxiv\b|\bin proceedings|\bproc\. |\bproceedings of|\btransactions on|\badvances in )"
    R"(|\bconference on|\bjournal\b|\bworkshop on|\bphd thesis|\buniversity press|\bet al\., ed)"
    R"(|\bvolume \d|\bvol\. ?\d|\bpp\. ?\d|\bpages \d|\bdoi[:.]|https?://)";
// A page whose text was turned to outlines has thousands of fills; rules and bullets are few.
constexpr std::size_t kManyInks = 200;
constexpr double kLargeImage = 0.1;  // of the page

bool has_content(const model::Measured& measured, int page, bool counted) {
  return std::any_of(measured.lines.begin(), measured.lines.end(), [&](const model::Line& line) {
    return line.page == page && is_content(line) && line.counted == counted;
  });
}

std::vector<int> with_wordless_between(const model::Paper& paper, std::vector<int> pages) {
  if (pages.empty()) return pages;
  std::vector<int> filled;
  for (int page = pages.front(); page <= pages.back(); ++page)
    if (std::binary_search(pages.begin(), pages.end(), page) || is_wordless(paper, page))
      filled.push_back(page);
  return filled;
}

}  // namespace

MainPart main_part(const model::Paper& paper, std::size_t end) {
  const model::Measured& measured = paper.measured;
  MainPart part;
  for (std::size_t i = 0; i < std::min(end, measured.lines.size()); ++i) {
    const model::Line& line = measured.lines[i];
    if (line.counted && is_content(line)) part.lines.push_back(&line);
  }
  part.pages = with_wordless_between(paper, pages_of(part.lines));
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

Lines unplaced_behind_references(const model::Measured& measured) {
  Lines lines;
  for (std::size_t i = references_begin(measured); i < measured.lines.size(); ++i) {
    const model::Line& line = measured.lines[i];
    const std::string& id = class_of(line, measured);
    if (id == "appendix" || id == "supplementary") break;
    if (id == "body" && !line.counted && is_content(line)) lines.push_back(&line);
  }
  return lines;
}

const std::string& class_of(const model::Line& line, const model::Measured& measured) {
  static const std::string kBody = "body";
  if (line.section < 0 || static_cast<std::size_t>(line.section) >= measured.sections.size())
    return kBody;
  return measured.sections[static_cast<std::size_t>(line.section)].class_id;
}

double share_of_entries(const Lines& lines) {
  static const re2::RE2 kEntry(kEntryPattern);
  int entries = 0, all = 0;
  for (const model::Line* line : lines) {
    if (is_float(*line)) continue;
    ++all;
    entries += re2::RE2::PartialMatch(line->text, kEntry) ? 1 : 0;
  }
  return all > 0 ? static_cast<double>(entries) / all : 0;
}

bool look_like_references(const Lines& lines) {
  return !lines.empty() && share_of_entries(lines) >= kEntryShare;
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
  const auto paints =
      std::count_if(sheet.inks.begin(), sheet.inks.end(),
                    [](const model::Ink& ink) { return ink.kind != model::InkKind::glyph; });
  return static_cast<std::size_t>(paints) >= kManyInks ||
         std::any_of(sheet.inks.begin(), sheet.inks.end(), [&](const model::Ink& ink) {
           return ink.kind == model::InkKind::image &&
                  ink.box.width() * ink.box.height() >= kLargeImage * area;
         });
}

}  // namespace checks
