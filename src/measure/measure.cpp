#include "measure/measure.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "measure/body_type.hpp"
#include "measure/columns.hpp"
#include "measure/drawings.hpp"
#include "measure/floats.hpp"
#include "measure/front_matter.hpp"
#include "measure/headings.hpp"
#include "measure/lines.hpp"
#include "measure/lists.hpp"
#include "measure/main_end.hpp"
#include "measure/margin_notes.hpp"
#include "measure/parts.hpp"
#include "measure/programs.hpp"
#include "measure/ruler.hpp"
#include "measure/running_heads.hpp"
#include "measure/sections.hpp"
#include "measure/spacing.hpp"
#include "measure/stage.hpp"
#include "measure/tables.hpp"
#include "measure/text_block.hpp"
#include "measure/type_sizes.hpp"
#include "measure/word_spaces.hpp"

namespace measure {
namespace {

using model::Document;
using model::Measured;
using model::Role;

// A word gap may stretch this far, in em, within one column: justified lines and list labels.
constexpr double kWidestGap = 2.2;

std::vector<PageText> find_text(const Source& source, const Ruler& ruler) {
  const Document& document = source.document;
  std::vector<PageText> pages;
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    PageText& page = pages.emplace_back();
    page.size = document.pages[p].size;
    page.lines = find_pieces(source, static_cast<int>(p) + 1, ruler.glyphs[p]);
    page.gutters = find_gutters(page.lines, page.size);
  }
  drop_stray_gutters(pages);
  lend_gutters(pages);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    join_pieces(source, static_cast<int>(p) + 1, pages[p].gutters, kWidestGap, pages[p].lines);
    order_lines(pages[p]);
  }
  return pages;
}

std::optional<model::Size> find_page_size(const Document& document) {
  std::map<std::pair<long, long>, int> seen;
  for (const model::Page& page : document.pages) {
    ++seen[{std::lround(page.size.width), std::lround(page.size.height)}];
  }
  int most = 0;
  for (const auto& [size, count] : seen) most = std::max(most, count);
  for (const model::Page& page : document.pages) {
    if (seen[{std::lround(page.size.width), std::lround(page.size.height)}] == most)
      return page.size;
  }
  return std::nullopt;
}

// Without body type nothing can be told apart: the lines stay as they are.
std::vector<SectionStart> tell_apart(const Document& document, const model::Vocabulary& vocabulary,
                                     const model::BodyType& body, std::vector<PageText>& pages) {
  TypeOfText text{body.size, body.leading.value_or(1.2 * body.size)};
  mark_running_heads(pages, body.size);
  mark_margin_notes(document, pages, body.size);
  forget_forms_of_pages(pages);
  mark_front_matter(pages, text);
  mark_captions(pages, text);
  mark_ruled_algorithms(document, pages);
  mark_ruled_tables(document, pages, text);
  mark_ruled_footnotes(document, pages, text);
  mark_figure_text(pages, text);
  mark_listings(document, pages, text);
  mark_footnotes(document, pages, text, vocabulary);
  std::vector<Heading> headings = find_headings(document, pages, text, vocabulary);
  mark_displays(pages, text);
  std::vector<SectionStart> sections = classify(headings, pages, vocabulary);
  assign_lines(sections, pages);
  mark_references(sections, pages);
  mark_abstract(sections, text, pages);
  mark_lists(pages, text);
  return sections;
}

// The main part goes to the last page that counts.
int last_main_page(const std::vector<PageText>& pages, const std::vector<SectionStart>& sections) {
  auto end = find_main_end(pages, sections, std::nullopt);
  return end ? end->page : static_cast<int>(pages.size());
}

void forget_roles(std::vector<PageText>& pages) {
  for (PageText& page : pages) {
    for (TextLine& line : page.lines) {
      line.line.role = Role::body;
      line.running = false;
    }
  }
}

struct Reading {
  model::BodyType body;
  std::vector<SectionStart> sections;
};

// What is a heading or a note follows from the body's type, and that from where the main part ends:
// the first guess is the first half, since references and appendices stand behind.
std::optional<Reading> read(const Document& document, const model::Vocabulary& vocabulary,
                            std::vector<PageText>& pages) {
  auto count = static_cast<int>(pages.size());
  auto body = find_body_type(document, pages, 1, (count + 1) / 2, Part::all);
  if (!body) body = find_body_type(document, pages, 1, count, Part::all);
  if (!body) return std::nullopt;
  Reading reading{*body, tell_apart(document, vocabulary, *body, pages)};
  auto main_body =
      find_body_type(document, pages, 1, last_main_page(pages, reading.sections), Part::counted);
  if (!main_body) return reading;
  if (std::abs(main_body->size - body->size) > 0.03 * body->size) {
    forget_roles(pages);
    reading.sections = tell_apart(document, vocabulary, *main_body, pages);
  }
  reading.body = *main_body;
  return reading;
}

// What a page shows by itself, so that a change midway can be seen.
void measure_page(const Document& document, const std::vector<PageText>& pages, int page,
                  model::PageLayout& layout) {
  auto body = find_body_type(document, pages, page, page, Part::counted);
  if (!body) return;
  // Fewer may be the gaps of a list.
  constexpr int kFewestOfPage = 10;
  layout.body_size = body->size;
  layout.distances = body->lines;
  if (body->lines >= kFewestOfPage) layout.leading = body->leading;
}

void measure_text(const Document& document, const Reading& reading,
                  const std::vector<PageText>& pages, Measured& measured) {
  int last = last_main_page(pages, reading.sections);
  measured.body = reading.body;
  measured.body->word_spaces = find_word_spaces(pages, reading.body);
  measured.page_numbers = has_page_numbers(pages);
  for (const PageText& page : pages)
    measured.layouts.push_back(find_layout(page, reading.body.size));
  for (int page = 1; page <= last; ++page)
    measure_page(document, pages, page, measured.layouts[static_cast<std::size_t>(page - 1)]);
  TypeOfText text{reading.body.size, reading.body.leading.value_or(1.2 * reading.body.size)};
  measured.spacings = find_spacings(document, pages, reading.sections, text);
  measured.columns = find_columns(measured.layouts, 1, last);
  if (measured.columns.value_or(1) > 1) measured.column_gap = find_column_gap(pages, 1, last);
  measured.text_block = find_text_block(measured.layouts, 1, last);
  measured.sizes = find_type_sizes(pages, reading.sections);
  // Where no heading was found nothing says which of several pages are the main part.
  bool has_parts = !reading.sections.empty() || pages.size() == 1;
  if (has_parts) measured.main_end = find_main_end(pages, reading.sections, measured.text_block);
  measured.references = find_references(reading.sections, pages);
  measured.appendix = find_appendix(reading.sections);
  measured.words = count_words(pages);
}

void hand_over(std::vector<PageText>& pages, Ruler& ruler, std::vector<SectionStart> sections,
               Measured& measured) {
  std::size_t number = 0;
  std::size_t next = 0;
  std::size_t space = 0;
  for (PageText& page : pages) {
    int current = static_cast<int>(&page - pages.data()) + 1;
    for (; space < measured.spacings.size() && measured.spacings[space].page == current; ++space)
      measured.spacings[space].line += static_cast<int>(measured.lines.size());
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      for (; next < sections.size() && sections[next].section.page == current &&
             sections[next].line == i;
           ++next) {
        sections[next].section.first_line = static_cast<int>(measured.lines.size());
      }
      measured.lines.push_back(std::move(page.lines[i].line));
    }
    for (; number < ruler.numbers.size() && ruler.numbers[number].line.page == current; ++number) {
      measured.lines.push_back(std::move(ruler.numbers[number].line));
    }
  }
  for (SectionStart& start : sections) measured.sections.push_back(std::move(start.section));
}

// What is measured before any word means something.
struct Text {
  explicit Text(const Document& read) : Text(Source(read)) {}
  explicit Text(const Source& source)
      : ruler(find_ruler(source)), pages(find_text(source, ruler)) {}

  Ruler ruler;
  std::vector<PageText> pages;
};

Measured measure_by(const model::Vocabulary& vocabulary, const Document& document, Text text) {
  Measured measured;
  measured.pages = static_cast<int>(document.pages.size());
  if (document.pages.empty()) return measured;
  measured.page_size = find_page_size(document);
  auto reading = read(document, vocabulary, text.pages);
  if (reading) {
    measured.line_numbers = text.ruler.found;
    measure_text(document, *reading, text.pages, measured);
  }
  measured.stage = find_stage(text.pages, vocabulary);
  measured.drawings = find_drawings(document);
  measured.layouts.resize(document.pages.size());
  hand_over(text.pages, text.ruler,
            reading ? std::move(reading->sections) : std::vector<SectionStart>{}, measured);
  return measured;
}

}  // namespace

Measured measure(const Document& document, const model::Vocabulary& vocabulary) {
  return measure_by(vocabulary, document, Text(document));
}

struct Lines::Found {
  const Document& document;
  Text text;
};

Lines::Lines(const Document& document)
    : found_(std::make_unique<const Found>(Found{document, Text(document)})) {}

Lines::~Lines() = default;

Measured Lines::measure(const model::Vocabulary& vocabulary) const {
  return measure_by(vocabulary, found_->document, found_->text);
}

}  // namespace measure
