#include "report/measured_text.hpp"

#include <cmath>
#include <optional>
#include <utility>

#include "report/surveyed_text.hpp"
#include "util/format.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Measured;

std::string yes_no(std::optional<bool> value) {
  if (!value) return "cannot be told";
  return *value ? "yes" : "no";
}

// In inches and millimetres what everybody calls by name.
std::string paper_name(const model::Size& size) {
  auto is_near = [&](double width, double height) {
    return std::abs(size.width - width) < 1 && std::abs(size.height - height) < 1;
  };
  if (is_near(612, 792)) return " (US Letter)";
  return is_near(595.28, 841.89) ? " (A4)" : "";
}

std::string page_size(const Measured& it) {
  if (!it.page_size) return "unknown";
  return fmt::format("{} x {} pt{}", points(it.page_size->width), points(it.page_size->height),
                     paper_name(*it.page_size));
}

std::string columns(const Measured& it) {
  if (!it.columns) return "unknown";
  std::string text = fmt::format("{}", *it.columns);
  if (it.column_gap) text += fmt::format(", {} pt apart", points(*it.column_gap));
  return text;
}

std::string text_block(const Measured& it) {
  if (!it.text_block) return "unknown";
  // As a record holds it: a report from stored results reads the same.
  model::Box box = {util::rounded(it.text_block->left), util::rounded(it.text_block->top),
                    util::rounded(it.text_block->right), util::rounded(it.text_block->bottom)};
  return fmt::format("left {}, top {}, right {}, bottom {} pt ({} x {})", points(box.left),
                     points(box.top), points(box.right), points(box.bottom), points(box.width()),
                     points(box.height()));
}

std::string body(const Measured& it) {
  if (!it.body) return "unknown";
  std::string text = fmt::format("{} pt", points(it.body->size));
  if (it.body->leading) text += fmt::format(" on {} pt", points(*it.body->leading));
  text += ", " + shown(it.body->font);
  if (!it.body->family.empty()) text += fmt::format(" ({})", shown(it.body->family));
  return text + fmt::format(", {:.0f} % of the letters", util::rounded(it.body->share) * 100);
}

std::string sizes(const model::TypeSizes& sizes) {
  const std::pair<std::string_view, std::optional<model::Points>> kinds[] = {
      {"title", sizes.title},           {"section", sizes.section},   {"caption", sizes.caption},
      {"references", sizes.references}, {"footnote", sizes.footnote}, {"smallest", sizes.smallest},
  };
  std::vector<std::string> parts;
  for (const auto& [kind, size] : kinds)
    if (size) parts.push_back(fmt::format("{} {}", kind, points(*size)));
  return util::join(parts, ", ");
}

std::string main_end(const Measured& it) {
  if (!it.main_end) return "unknown";
  return fmt::format("ends on page {}, {} pt down ({:.0f} % of its text block)", it.main_end->page,
                     points(it.main_end->y), util::rounded(it.main_end->fill) * 100);
}

std::string references(const Measured& it) {
  if (!it.references) return "none found";
  return fmt::format("from page {}, {:.0f} pt down, to page {}", it.references->page,
                     util::rounded(it.references->y), it.references->ends);
}

std::string appendix(const Measured& it) {
  if (!it.appendix) return "none found";
  return fmt::format("from page {}, {:.0f} pt down", it.appendix->page,
                     util::rounded(it.appendix->y));
}

std::string body_sample(const model::Result& result) {
  if (!result.survey || result.survey->leading_distances == 0) return "";
  return fmt::format("; leading from {}",
                     counted(result.survey->leading_distances, "baseline distance"));
}

std::string word_spaces(const model::Result& result) {
  if (!result.survey || !result.survey->word_spaces) return "";
  const model::WordSpaces& it = *result.survey->word_spaces;
  return fmt::format("{} em in the middle, a fifth of the lines below {} em; from {}",
                     points(it.middle), points(it.low), counted(it.lines, "line"));
}

std::string line_numbers(const model::Result& result) {
  std::string text = yes_no(result.paper->measured.line_numbers);
  if (!result.survey) return text;
  int numbers = 0;
  for (const model::SurveyedPage& page : result.survey->pages)
    for (const model::RoleCount& it : page.roles)
      if (it.role == model::Role::ruler) numbers += it.lines;
  return numbers == 0 ? text : fmt::format("{}, {} of them", text, numbers);
}

std::string stage(const model::Result& result) {
  const auto& stage = result.paper->measured.stage;
  if (!result.survey) return stage ? shown(*stage) : "cannot be told";
  std::vector<std::string> marks;
  for (const model::StageWords& mark : result.survey->stage_words)
    marks.push_back(stage ? fmt::format("\"{}\"", shown(mark.words))
                          : fmt::format("\"{}\" ({})", shown(mark.words), shown(mark.stage)));
  std::string all = util::join(marks, ", ");
  if (stage) return fmt::format("{}, by the words {}", shown(*stage), all);
  return marks.empty() ? "cannot be told: no stage's words on page 1 or in running heads"
                       : "cannot be told, by words of several: " + all;
}

// Those of another size than most.
std::string odd_pages(const model::Result& result) {
  const auto& usual = result.paper->measured.page_size;
  if (!result.survey || !usual) return "";
  std::string text;
  for (std::size_t i = 0; i < result.survey->pages.size(); ++i) {
    const model::Size& size = result.survey->pages[i].size;
    if (std::abs(size.width - usual->width) + std::abs(size.height - usual->height) > 1)
      text += fmt::format("; page {}: {} x {} pt", i + 1, points(size.width), points(size.height));
  }
  return text;
}

void write_facts(Layout& layout, const model::Result& result) {
  for (const auto& [label, text] : measured_facts(result)) layout.field(label, text);
  if (result.survey)
    for (const std::string& shortcoming : result.survey->shortcomings)
      layout.field("Note", shown(shortcoming));
  else if (result.paper->document.truncated)
    layout.field("Note", "a limit cut the file short; not all of it was read");
}

}  // namespace

std::string where_main_part_ends(const Measured& it) {
  // Less than a twentieth of a column is a line or two.
  constexpr double kLittle = 0.05;
  if (!it.main_end) return "";
  std::string place = fmt::format("The main part ends on page {}", it.main_end->page);
  int columns = it.columns.value_or(1);
  double left = (1 - util::rounded(it.main_end->fill)) * columns;
  if (left < kLittle) return place + ", which is full";
  if (left > columns - kLittle) return place + ", at its head";
  if (columns == 1) return fmt::format("{}, {:.1f} of the page left", place, left);
  return fmt::format("{}, {:.1f} of {} columns left", place, left, columns);
}

Facts measured_facts(const model::Result& result) {
  const Measured& it = result.paper->measured;
  return {
      {"Title", result.survey ? shown(result.survey->title) : ""},
      {"Pages", fmt::format("{}, {}{}", it.pages, page_size(it), odd_pages(result))},
      {"Columns", columns(it)},
      {"Text block", text_block(it)},
      {"Body", body(it) + body_sample(result)},
      {"Word spaces", word_spaces(result)},
      {"Sizes", sizes(it.sizes)},
      {"Main text", main_end(it)},
      {"", where_main_part_ends(it)},
      {"References", references(it)},
      {"Appendix", appendix(it)},
      {"Line numbers", line_numbers(result)},
      {"Page numbers", yes_no(it.page_numbers)},
      {"Stage", stage(result)},
      {"Words", fmt::format("{}", it.words)},
  };
}

void write_measured(Layout& layout, const model::Result& result) {
  layout.paragraph(shown(result.file.path), Tone::strong);
  if (!result.stopped.empty() || !result.paper) {
    layout.field("Stopped", shown(result.stopped));
    return;
  }
  const model::Document& document = result.paper->document;
  if (document.failure) {
    layout.field("Unread", shown(document.failure->message));
    return;
  }
  write_facts(layout, result);
  write_sections(layout, result);
  if (result.survey) write_survey(layout, *result.survey);
  write_fonts(layout, result);
}

}  // namespace report
