#include "report/measured_text.hpp"

#include <optional>
#include <utility>

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

std::string page_size(const Measured& it) {
  if (!it.page_size) return "unknown";
  return fmt::format("{} x {} pt", points(it.page_size->width), points(it.page_size->height));
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
  return fmt::format("from page {} to page {}", it.references->page, it.references->ends);
}

std::string appendix(const Measured& it) {
  return it.appendix ? fmt::format("from page {}", it.appendix->page) : "none found";
}

void write_sections(Layout& layout, const Measured& it) {
  std::string_view label = "Sections";
  for (const model::Section& section : it.sections) {
    std::string number = section.number.empty() ? "" : shown(section.number) + " ";
    std::string kind =
        section.class_id == "body" ? "" : fmt::format(" [{}]", shown(section.class_id));
    layout.field(label,
                 fmt::format("p. {}: {}{}{}", section.page, number, shown(section.title), kind));
    label = "";
  }
}

void write_fonts(Layout& layout, const model::Document& document) {
  std::string_view label = "Fonts";
  for (const model::Font& font : document.fonts) {
    layout.field(label, fmt::format("{} ({}, {}{}), {}", shown(font.name), shown(font.type),
                                    font.embedded ? "embedded" : "not embedded",
                                    font.subset ? ", subset" : "", counted(font.glyphs, "glyph")));
    label = "";
  }
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
  const Measured& it = result.paper->measured;
  layout.field("Pages", fmt::format("{}, {}", it.pages, page_size(it)));
  layout.field("Columns", columns(it));
  layout.field("Text block", text_block(it));
  layout.field("Body", body(it));
  layout.field("Sizes", sizes(it.sizes));
  layout.field("Main text", main_end(it));
  layout.field("References", references(it));
  layout.field("Appendix", appendix(it));
  layout.field("Line numbers", yes_no(it.line_numbers));
  layout.field("Page numbers", yes_no(it.page_numbers));
  layout.field("Stage", it.stage ? shown(*it.stage) : "cannot be told");
  layout.field("Words", fmt::format("{}", it.words));
  write_sections(layout, it);
  write_fonts(layout, document);
  if (document.truncated)
    layout.field("Note", "a limit cut the file short; not all of it was read");
}

}  // namespace report
