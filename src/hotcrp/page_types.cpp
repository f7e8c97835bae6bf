#include "hotcrp/page_types.hpp"

#include <algorithm>
#include <string>

#include "checks/lines.hpp"
#include "checks/main_part.hpp"

namespace hotcrp {
namespace {

using checks::Lines;

// What stands under a heading of references may be text that somebody hid there. Of twenty lines of
// running text three in ten at most look like part of an entry (see checks/main_part), of a page
// one in ten; of the lists in some sixty papers at least four in ten do.
constexpr std::size_t kEnoughLines = 20;
constexpr double kListShare = 0.3, kPageShare = 0.2;
// Brackets of labels that are set apart from them.
constexpr std::size_t kShortLine = 4;

struct Sheet {
  Lines text, floats;
  bool has_caption = false, has_title = false;
  bool has_stranger = false;  // a caption among the references
  bool has_ink = false;
};

bool is_appendix(const std::string& class_id) {
  return class_id == "appendix" || class_id == "supplementary";
}

// A list of answers that a venue asks for stands behind the paper as an appendix does.
bool is_free(const std::string& class_id) {
  return is_appendix(class_id) || class_id == "checklist";
}

// Notices and stamps are painted too, and are nobody's text.
std::vector<Sheet> sort_lines(const model::Paper& paper) {
  std::vector<Sheet> sheets(paper.document.pages.size());
  auto sheet_of = [&](int page) {
    bool is_there = page >= 1 && static_cast<std::size_t>(page) <= sheets.size();
    return is_there ? &sheets[static_cast<std::size_t>(page - 1)] : nullptr;
  };
  for (const model::Line& line : paper.measured.lines) {
    Sheet* sheet = sheet_of(line.page);
    if (!sheet || !line.visible) continue;
    sheet->has_title |= line.role == model::Role::title;
    sheet->has_caption |= line.role == model::Role::caption;
    sheet->has_stranger |=
        line.role == model::Role::caption && checks::class_of(line, paper.measured) == "references";
    if (checks::is_content(line))
      (checks::is_float(line) ? sheet->floats : sheet->text).push_back(&line);
  }
  for (const model::Drawing& drawing : paper.measured.drawings)
    if (Sheet* sheet = sheet_of(drawing.page)) sheet->has_ink = true;
  for (std::size_t i = 0; i < sheets.size(); ++i)
    sheets[i].has_ink |= checks::is_wordless(paper, static_cast<int>(i) + 1) ||
                         !paper.document.pages[i].images.empty() ||
                         paper.document.pages[i].truncated;
  return sheets;
}

bool is_entry(const model::Line& line) {
  return line.role == model::Role::reference && line.text.size() >= kShortLine;
}

Lines reference_lines(const model::Measured& measured) {
  Lines lines;
  for (const model::Line& line : measured.lines)
    if (is_entry(line) && line.visible) lines.push_back(&line);
  return lines;
}

class Sorter {
 public:
  explicit Sorter(const model::Paper& paper)
      : paper_(paper),
        sheets_(sort_lines(paper)),
        has_references_(checks::share_of_entries(reference_lines(paper.measured)) >= kListShare) {}

  std::vector<std::string_view> types() {
    std::vector<std::string_view> types;
    bool has_text = std::any_of(sheets_.begin(), sheets_.end(), [](const Sheet& sheet) {
      return !sheet.text.empty() || !sheet.floats.empty() || sheet.has_title;
    });
    for (const Sheet& sheet : sheets_) types.push_back(has_text ? type_of(sheet) : "blank");
    // What floats behind the last page of text was meant for the body, and is counted with it.
    auto last = std::find(types.rbegin(), types.rend(), "body").base();
    std::replace(last, types.end(), std::string_view("figure"), std::string_view("body"));
    return types;
  }

 private:
  bool are_of(const Lines& lines, bool (*is_class)(const std::string&)) const {
    return std::all_of(lines.begin(), lines.end(), [&](const model::Line* line) {
      return is_class(checks::class_of(*line, paper_.measured));
    });
  }

  bool are_references(const Lines& lines) const {
    Lines entries;
    for (const model::Line* line : lines)
      if (is_entry(*line)) entries.push_back(line);
    if (entries.empty() || !has_references_) return false;
    return entries.size() < kEnoughLines || checks::share_of_entries(entries) >= kPageShare;
  }

  // A figure among the references belongs to the part before them, and is counted with it.
  std::string_view type_of_list(const Sheet& sheet) const {
    if (!sheet.has_stranger) return "bib";
    for (const model::Section& section : paper_.measured.sections)
      if (section.class_id == "references" || is_appendix(section.class_id))
        return section.class_id == "references" ? "body" : "appendix";
    return "body";
  }

  std::string_view type_of_text(const Sheet& sheet) const {
    const Lines& lines = sheet.text;
    Lines listed;
    for (const model::Line* line : lines) {
      const std::string& id = checks::class_of(*line, paper_.measured);
      if (id == "references") listed.push_back(line);
      if (id != "references" && !is_free(id)) return "body";
    }
    if (!listed.empty() && !are_references(listed)) return "body";
    return listed.size() == lines.size() ? type_of_list(sheet) : "appendix";
  }

  std::string_view type_of(const Sheet& sheet) const {
    if (!sheet.text.empty()) return type_of_text(sheet);
    if (!sheet.floats.empty() && are_of(sheet.floats, is_free)) return "appendix";
    if (sheet.has_caption) return "figure";
    if (!sheet.floats.empty() || sheet.has_ink) return "body";
    bool is_cover = sheet.has_title && &sheet == &sheets_.front() && sheets_.size() > 1;
    if (sheet.has_title) return is_cover ? "cover" : "body";
    return "blank";
  }

  const model::Paper& paper_;
  std::vector<Sheet> sheets_;
  bool has_references_;
};

}  // namespace

std::vector<std::string_view> page_types(const model::Paper& paper) {
  return Sorter(paper).types();
}

int find_appendix(const model::Measured& measured) {
  for (const model::Section& section : measured.sections)
    if (is_appendix(section.class_id)) return section.page;
  return 0;
}

}  // namespace hotcrp
