#include "checks/overrun.hpp"

#include <algorithm>

#include "checks/wording.hpp"
#include "util/format.hpp"

namespace checks {
namespace {

// A last page as full as this reads as a whole page.
constexpr double kFull = 0.97;

// A column whose last line stands within two lines of the foot of the block is full.
constexpr model::Points kFoot = 24;

Lines lines_from(const MainPart& part, int page) {
  Lines lines;
  for (const model::Line* line : part.lines)
    if (line->page >= page) lines.push_back(line);
  return lines;
}

// How many columns of a page are full before the one in which its last line stands; 0 where the
// columns were made as long as each other, or a picture leaves a gap.
int full_columns(const Lines& lines, const model::Measured& measured) {
  if (!measured.text_block) return 0;
  int last = 0;
  for (const model::Line* line : lines) last = std::max(last, line->column);
  std::vector<model::Points> bottoms(static_cast<std::size_t>(last), 0);
  for (const model::Line* line : lines)
    for (int column = 0; column < last; ++column)
      if (line->column == column || line->column < 0) {
        model::Points& bottom = bottoms[static_cast<std::size_t>(column)];
        bottom = std::max(bottom, line->box.bottom);
      }
  model::Points full = measured.text_block->bottom - kFoot;
  bool are_full = std::all_of(bottoms.begin(), bottoms.end(), [&](auto it) { return it >= full; });
  return are_full ? last : 0;
}

std::string extent_of(const MainPart& part, const model::Measured& measured) {
  int pages = static_cast<int>(part.pages.size());
  const auto& end = measured.main_end;
  if (end && end->page == part.pages.back() && end->fill >= kFull) return counted(pages, "page");
  Lines last = lines_from(part, part.pages.back());
  int columns = full_columns(last, measured);
  std::erase_if(last, [&](auto* line) {
    return line->role == model::Role::figure || (columns > 0 && line->column < columns);
  });
  int lines = visual_lines(last);
  std::string before = counted(pages - 1, "page");
  if (columns > 0) before += ", " + counted(columns, "column");
  return fmt::format("{} and {}", before, lines > 0 ? counted(lines, "line") : "a figure");
}

void doubt(Overrun& overrun, bool after_references, const model::Measured& measured) {
  auto say = [&](model::Confidence confidence, std::string why) {
    overrun.confidence = confidence;
    overrun.doubt = std::move(why);
  };
  const Lines& lines = overrun.lines;
  overrun.may_be_references = !measured.references && look_like_references(lines);
  // An appendix counts only where the venue says so, and its heading says what it is.
  bool appendix = std::all_of(lines.begin(), lines.end(), [&](auto* line) {
    const std::string& its = class_of(*line, measured);
    return its == "appendix" || its == "supplementary";
  });
  if (appendix) return;
  bool floats = std::all_of(lines.begin(), lines.end(), [](auto* line) { return is_float(*line); });
  if (after_references)
    return say(model::Confidence::possible,
               floats ? "what goes over is a figure or a table behind the references"
                      : "what goes over stands behind the references");
  if (only_in_unnumbered_sections(lines, measured))
    return say(model::Confidence::possible,
               "what goes over stands in an unnumbered section, which may not count");
  if (!measured.references)
    return say(model::Confidence::likely, "no heading of the references was found");
  if (floats) say(model::Confidence::likely, "what goes over is a figure or a table");
}

// Whether what stands behind the references would be too much if it counted.
bool may_go_on(const model::Paper& paper, int most, const Lines& behind) {
  Lines all = main_part(paper, paper.measured.lines.size()).lines;
  all.insert(all.end(), behind.begin(), behind.end());
  return !behind.empty() && static_cast<int>(pages_of(all).size()) > most;
}

}  // namespace

int main_pages_at_most(const model::Paper& paper) {
  if (!paper.measured.main_end) return paper.measured.pages;
  MainPart part = main_part(paper, paper.measured.lines.size());
  int page = paper.measured.main_end->page;
  while (is_wordless(paper, page + 1)) ++page;
  return static_cast<int>(part.pages.size()) + page - paper.measured.main_end->page;
}

std::string why_untold(const model::Paper& paper, int most, const std::optional<Overrun>& overrun) {
  if (!paper.measured.main_end)
    return "The file has no readable text, so where its main part ends cannot be told.";
  if (paper.document.truncated)
    return "Parts of the file could not be read, so where its main part ends cannot be told.";
  if (overrun && overrun->may_be_references)
    return "The text beyond the limit reads like references, but they have no heading.";
  if (!overrun && main_pages_at_most(paper) > most)
    return "The main part fits, unless the pages without readable text after it belong to it.";
  Lines behind = unplaced_behind_references(paper.measured);
  if (!overrun && may_go_on(paper, most, behind))
    return fmt::format(
        "What stands behind the references on page {} is not headed as an appendix; "
        "if it is main text, the paper is too long.",
        behind.front()->page);
  return "";
}

std::optional<Overrun> find_overrun(const model::Paper& paper, int most) {
  const model::Measured& measured = paper.measured;
  auto limit = static_cast<std::size_t>(most);
  MainPart all = main_part(paper, measured.lines.size());
  if (all.pages.size() <= limit) return std::nullopt;
  // Numbered sections after the references are nearly always an appendix without letters.
  MainPart before = main_part(paper, references_begin(measured));
  bool after_references = before.pages.size() <= limit;
  const MainPart& part = after_references ? all : before;
  Overrun overrun;
  overrun.lines = lines_from(part, part.pages[limit]);
  overrun.extent = extent_of(part, measured);
  doubt(overrun, after_references, measured);
  return overrun;
}

}  // namespace checks
