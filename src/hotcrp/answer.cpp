#include "hotcrp/answer.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/lines.hpp"
#include "checks/parts.hpp"
#include "extract/extract.hpp"
#include "extract/library.hpp"
#include "hotcrp/margins.hpp"
#include "hotcrp/page_types.hpp"
#include "hotcrp/sizes.hpp"
#include "hotcrp/unsafe.hpp"
#include "measure/measure.hpp"

namespace hotcrp {
namespace {

using util::Json;

// As checks/lines has it: expansion of glyphs changes the size by up to 2 %.
constexpr double kSameSize = 0.04;

Json papersize(const model::Size& size) {
  return Json::array({std::lround(size.height), std::lround(size.width)});
}

// 10 and not 10.0, as the other checkers write it.
Json number(double value) {
  if (value == std::floor(value)) return static_cast<std::int64_t>(value);
  return value;
}

Json size_or_null(const std::optional<model::Points>& size) {
  return size && *size > 0 ? number(nominal(*size)) : Json();
}

// Adds what differs from the document's.
void add(Json& page, const Json& document, const char* key, Json value) {
  if (!value.is_null() && value != document[key]) page[key] = std::move(value);
}

std::int64_t letters_in(const std::string& text) {
  return std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) != 0x80 && byte != ' ';
  });
}

struct PageLines {
  checks::Lines words;            // of running text, references apart
  std::int64_t body_letters = 0;  // of the body's size
  std::optional<model::Points> reference_size;
};

std::vector<PageLines> sort_by_page(const model::Paper& paper) {
  std::vector<PageLines> pages(paper.document.pages.size());
  const auto& body = paper.measured.body;
  for (const model::Line& line : paper.measured.lines) {
    if (line.page < 1 || static_cast<std::size_t>(line.page) > pages.size()) continue;
    if (!checks::is_content(line)) continue;
    PageLines& page = pages[static_cast<std::size_t>(line.page - 1)];
    bool is_reference = line.role == model::Role::reference;
    if (is_reference && !page.reference_size) page.reference_size = line.size;
    if (!is_reference && !checks::is_float(line)) page.words.push_back(&line);
    if (body && std::abs(line.size / body->size - 1) < kSameSize)
      page.body_letters += letters_in(line.text);
  }
  return pages;
}

// The number of the first section that begins on a page; 0 where none of the first level does.
int first_section(const model::Measured& measured, int page) {
  for (const model::Section& section : measured.sections) {
    bool is_plain = !section.number.empty() && section.number.size() <= 3 &&
                    section.number.find_first_not_of("0123456789") == std::string::npos;
    if (section.page == page && section.level == 1 && is_plain) return std::stoi(section.number);
  }
  return 0;
}

Json document_of(const model::Paper& paper, const std::optional<Margin>& margin) {
  const model::Measured& measured = paper.measured;
  Json document = Json::object();
  if (measured.page_size) document["papersize"] = papersize(*measured.page_size);
  document["margin"] = margin.value_or(Margin{});
  document["bodyfontsize"] =
      measured.body ? size_or_null(std::optional(measured.body->size)) : Json();
  document["leading"] = measured.body ? size_or_null(measured.body->leading) : Json();
  document["columns"] = measured.columns.value_or(1);
  if (auto foot = number_margin(paper)) document["nummargin"] = *foot;
  document["w"] = measured.words;
  return document;
}

// An appendix that begins on a page with text of the body, and a checklist, which is none: HotCRP
// would not know of the first and take the second for one, unless it is told.
void add_appendix(Json& document, const std::vector<std::string_view>& types, int appendix) {
  auto typed = std::find(types.begin(), types.end(), "appendix");
  int first = typed == types.end() ? 0 : static_cast<int>(typed - types.begin()) + 1;
  if (first == appendix) return;
  document["body_pages"] = std::count(types.begin(), types.end(), "body");
  document["appendix_page"] = appendix;
}

}  // namespace

void set_up() {
  extract::set_up_library();
}

Json describe(const model::Paper& paper, const model::Pack& any_venue) {
  const model::Measured& measured = paper.measured;
  const auto margins = find_margins(paper);
  const auto types = page_types(paper);
  const auto lines = sort_by_page(paper);
  Json document = document_of(paper, usual_margin(margins));
  Json pages = Json::array();
  for (std::size_t i = 0; i < types.size(); ++i) {
    Json page = Json::object();
    add(page, document, "papersize", papersize(paper.document.pages[i].size));
    if (types[i] != "body") page["type"] = std::string(types[i]);
    if (margins[i]) add(page, document, "margin", *margins[i]);
    if (types[i] == "body" && i < measured.layouts.size()) {
      const model::PageLayout& layout = measured.layouts[i];
      add(page, document, "bodyfontsize", size_or_null(layout.body_size));
      add(page, document, "leading", size_or_null(layout.leading));
      if (layout.columns > 0) add(page, document, "columns", layout.columns);
    }
    if (lines[i].reference_size) page["reffontsize"] = size_or_null(lines[i].reference_size);
    page["c"] = lines[i].body_letters;
    page["w"] = checks::size_of(lines[i].words, false);
    if (int section = first_section(measured, static_cast<int>(i) + 1)) page["fs"] = section;
    pages.push_back(std::move(page));
  }
  if (paper.document.pages_in_file > static_cast<int>(types.size()))
    document["npages"] = paper.document.pages_in_file;
  auto unsafe = find_unsafe(paper, any_venue);
  if (!unsafe.empty()) document["unsafe"] = unsafe;
  add_appendix(document, types, find_appendix(measured));
  document["pages"] = std::move(pages);
  return document;
}

std::string read_and_describe(std::span<const char> bytes, const model::Pack& any_venue,
                              util::Stage& stage) {
  model::Paper paper;
  paper.document = extract::read(bytes, &stage);
  if (paper.document.failure || paper.document.pages.empty()) return "";
  stage.enter(util::Step::measure);
  paper.measured = measure::measure(paper.document, any_venue.vocabulary);
  stage.enter(util::Step::judge);
  return util::dump(describe(paper, any_venue));
}

std::string answer(const std::string& described, std::optional<std::int64_t> at) {
  auto parsed = util::parse(described);
  bool is_answer =
      parsed && parsed->is_object() && parsed->contains("pages") && (*parsed)["pages"].is_array();
  Json whole = Json::object();
  if (at) whole["at"] = *at;
  if (!is_answer) {
    whole["error"] = true;
    whole["pages"] = Json::array();
  } else {
    for (auto& [key, value] : parsed->items()) whole[key] = std::move(value);
  }
  return util::dump(whole);
}

}  // namespace hotcrp
