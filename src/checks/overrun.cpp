#include "checks/overrun.hpp"

#include <algorithm>

#include "checks/wording.hpp"
#include "util/format.hpp"

namespace checks {
namespace {

// A last page as full as this reads as a whole page.
constexpr double kFull = 0.97;

Lines lines_from(const MainPart& part, int page) {
  Lines lines;
  for (const model::Line* line : part.lines)
    if (line->page >= page) lines.push_back(line);
  return lines;
}

std::string extent_of(const MainPart& part, const model::Measured& measured) {
  int pages = static_cast<int>(part.pages.size());
  const auto& end = measured.main_end;
  if (end && end->page == part.pages.back() && end->fill >= kFull) return counted(pages, "page");
  Lines last = lines_from(part, part.pages.back());
  std::erase_if(last, [](auto* line) { return line->role == model::Role::figure; });
  int lines = visual_lines(last);
  return fmt::format("{} and {}", counted(pages - 1, "page"),
                     lines > 0 ? counted(lines, "line") : "a figure");
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

}  // namespace

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
