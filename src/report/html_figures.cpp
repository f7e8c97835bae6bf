#include "report/html_figures.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "report/layout.hpp"
#include "report/markup.hpp"
#include "report/telling.hpp"
#include "util/format.hpp"
#include "util/json.hpp"

namespace report {
namespace {

using model::Box;
using model::Finding;

// US Letter, where nobody knows the page.
constexpr model::Size kUsualPage = {612, 792};
// White around a box, so that a reader sees which lines stand beside it.
constexpr double kAround = 40;
// Less than a column, or than some lines, does not show where on the page it is.
constexpr double kNarrowest = 400, kLowest = 110;
// Of the height of a page; more is the whole page.
constexpr double kHighest = 0.6;

std::string numbers(const Box& box) {
  return fmt::format("x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", points(box.left),
                     points(box.top), points(box.width()), points(box.height()));
}

// As long as asked for, around the middle, within bounds that are no shorter.
std::pair<double, double> stretch(double middle, double length, double from, double to) {
  length = std::min(length, to - from);
  double begin = std::clamp(middle - length / 2, from, to - length);
  return {begin, begin + length};
}

// Wide boxes keep their neighbours in view, small ones are not blown up to the size of a page.
Box view_of(const Box& box, const Box& paper) {
  double width = std::max(box.width() + 2 * kAround, kNarrowest);
  double height = std::max(box.height() + 2 * kAround, kLowest);
  height = std::min(height, std::max(kHighest * paper.height(), box.height() + kAround / 2));
  auto [left, right] = stretch(box.middle_x(), width, paper.left, paper.right);
  auto [top, bottom] = stretch(box.middle_y(), height, paper.top, paper.bottom);
  return {left, top, right, bottom};
}

// As the styles name tones; what is set aside has that of notes.
const char* kind_of(const Finding& finding) {
  switch (group_of(finding)) {
    case Group::problem:
      return "problem";
    case Group::look:
      return "look";
    case Group::warning:
      return "warning";
    case Group::note:
    case Group::waived:
    case Group::known:
      break;
  }
  return "note";
}

// Whoever draws pages may open no other files.
bool lacks_font(const model::Result& result) {
  if (!result.paper) return false;
  const auto& fonts = result.paper->document.fonts;
  return std::any_of(fonts.begin(), fonts.end(), [](const model::Font& font) {
    return !font.embedded && font.glyphs > 0 && font.type != "Type 3";
  });
}

// Each page once, those with problems before those with notes.
std::vector<int> pages_by_weight(const model::Result& result) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : result.findings)
    if (finding.page) findings.push_back(&finding);
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding* a, const Finding* b) { return group_of(*a) < group_of(*b); });
  std::vector<int> pages;
  for (const Finding* finding : findings)
    if (std::find(pages.begin(), pages.end(), *finding->page) == pages.end())
      pages.push_back(*finding->page);
  return pages;
}

}  // namespace

void HtmlFigures::draw(PagePictures& pictures, const PictureBudget& budget) {
  leave_out("was not drawn: the report would be too large with pictures of all pages");
  std::vector<int> wanted = pages_by_weight(result_);
  const auto most = budget.bytes > 0 ? static_cast<std::size_t>(budget.pages) : 0;
  if (wanted.size() > most) wanted.resize(most);
  if (wanted.empty()) return;
  // More than was asked for is nobody's page.
  auto drawn = pictures.draw(result_, wanted);
  for (std::size_t i = 0; i < std::min(drawn.size(), wanted.size()); ++i) {
    if (drawn[i].bytes.size() > budget.bytes) {
      budget.bytes = 0;  // drawing what would not fit either takes time
      continue;
    }
    budget.bytes -= drawn[i].bytes.size();
    pictures_[wanted[i]] = std::move(drawn[i]);
  }
}

void HtmlFigures::leave_out(const std::string& why) {
  for (const Finding& finding : result_.findings)
    if (finding.page) pictures_[*finding.page].missing = why;
}

bool HtmlFigures::has_pictures() const {
  return std::any_of(pictures_.begin(), pictures_.end(),
                     [](const auto& picture) { return !picture.second.bytes.empty(); });
}

// The sentence on a page without a picture; empty where there is nothing to say.
std::string HtmlFigures::why_missing(int page) const {
  auto drawn = pictures_.find(page);
  if (drawn == pictures_.end() || drawn->second.missing.empty()) return "";
  return fmt::format("Page {} {}.", page, escaped(drawn->second.missing));
}

std::string HtmlFigures::reasons() const {
  std::string out;
  for (const auto& [page, picture] : pictures_)
    if (!picture.missing.empty())
      out += fmt::format("<p data-page=\"{}\">{}</p>\n", page, why_missing(page));
  return out;
}

bool HtmlFigures::is_drawn(int page) const {
  auto drawn = pictures_.find(page);
  return drawn != pictures_.end() && !drawn->second.bytes.empty();
}

std::string HtmlFigures::ground_id(int page) const {
  return fmt::format("{}-{}{}", id_, is_drawn(page) ? "page" : "outline", page);
}

// The page, and what findings mark outside it.
Box HtmlFigures::paper(int page) const {
  model::Size size = kUsualPage;
  if (result_.paper && result_.paper->measured.page_size) size = *result_.paper->measured.page_size;
  if (is_drawn(page)) size = pictures_.at(page).size;
  return {0, 0, size.width, size.height};
}

// What figures of the page begin with: its picture, or else its edges and those of the text.
std::string HtmlFigures::ground(int page) const {
  if (is_drawn(page)) {
    const PagePicture& picture = pictures_.at(page);
    return fmt::format(
        "<image id=\"{}\" {} preserveAspectRatio=\"none\" href=\"data:{};base64,{}\"/>\n",
        ground_id(page), numbers(paper(page)), picture.type, base64(picture.bytes));
  }
  std::string block;
  if (result_.paper && result_.paper->measured.text_block)
    block = fmt::format("<rect class=\"block\" {}/>", numbers(*result_.paper->measured.text_block));
  return fmt::format("<g id=\"{}\"><rect class=\"paper\" {}/>{}</g>\n", ground_id(page),
                     numbers(paper(page)), block);
}

// What lies on it, for figures that show all of it. With a copy of these for each finding a page of
// many would have the square of them.
std::string HtmlFigures::marks(int page) const {
  std::string all;
  for (std::size_t i = 0; i < result_.findings.size(); ++i)
    if (result_.findings[i].page == page && result_.findings[i].box)
      all += mark(i, "other") + label(i);
  return fmt::format("<g id=\"{}-marks{}\">{}</g>\n", id_, page, all);
}

std::string HtmlFigures::definitions() const {
  std::set<int> pages;
  for (const Finding& finding : result_.findings)
    if (finding.page) pages.insert(*finding.page);
  std::string all;
  for (int page : pages) all += ground(page) + (is_drawn(page) ? marks(page) : "");
  if (all.empty()) return "";
  return "<svg class=\"pictures\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\n" + all +
         "</defs></svg>\n";
}

// A page, or the part of it that is in view.
std::string HtmlFigures::page(int number, const Box& view, const char* kind,
                              const std::string& marks) const {
  const bool has_place = marks.find(" own\"") != std::string::npos;
  return fmt::format(
      "<svg class=\"{}\" viewBox=\"{} {} {} {}\" role=\"img\" aria-label=\"{} page {}{}\"><use "
      "class=\"ground\" href=\"#{}\"/>{}</svg>\n",
      kind, points(view.left), points(view.top), points(view.width()), points(view.height()),
      std::string_view(kind) == "part" ? "Part of" : "All of", number,
      has_place ? ", the place marked" : "", ground_id(number), marks);
}

std::string HtmlFigures::mark(std::size_t number, const char* kind) const {
  const Finding& finding = result_.findings[number];
  return fmt::format("<g class=\"mark {} {}\"><rect {}/></g>", kind_of(finding), kind,
                     numbers(*finding.box));
}

// The finding's number, before its box or, where there is no room, on it.
std::string HtmlFigures::label(std::size_t number) const {
  constexpr double kSide = 12;
  const Finding& finding = result_.findings[number];
  const Box& box = *finding.box;
  double x = std::max(1.0, box.left - kSide - 3);
  return fmt::format(
      "<g class=\"label {}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\"/>"
      "<text x=\"{}\" y=\"{}\">{}</text></g>",
      kind_of(finding), points(x), points(box.top), points(kSide), points(kSide),
      points(x + kSide / 2), points(box.top + kSide - 3), number + 1);
}

std::string HtmlFigures::part_of_page(std::size_t number) const {
  const Finding& finding = result_.findings[number];
  constexpr double kRoom = 10;
  Box box = *finding.box;
  Box around = {box.left - kRoom, box.top - kRoom, box.right + kRoom, box.bottom + kRoom};
  Box paper = this->paper(*finding.page).joined(around);
  return page(*finding.page, view_of(box, paper), "part", mark(number, "own"));
}

// Its own mark last, so that those of others do not cover it.
std::string HtmlFigures::whole_page(std::size_t number) const {
  const Finding& finding = result_.findings[number];
  Box view = paper(*finding.page);
  for (const Finding& other : result_.findings)
    if (other.page == finding.page && other.box) view = view.joined(*other.box);
  // On a small outline many marks would be a tangle.
  std::string shown;
  if (is_drawn(*finding.page))
    shown = fmt::format("<use href=\"#{}-marks{}\"/>", id_, *finding.page);
  if (finding.box) shown += mark(number, "own");
  return page(*finding.page, view, is_drawn(*finding.page) ? "page" : "outline", shown);
}

std::string HtmlFigures::of(std::size_t number) const {
  const Finding& finding = result_.findings[number];
  if (!finding.page) return "";
  const int page = *finding.page;
  std::string caption = fmt::format("Page {}", page);
  if (finding.box)
    caption += fmt::format(", {:.0f} pt from the top", util::rounded(finding.box->top));
  if (std::string why = why_missing(page); !why.empty())
    caption += fmt::format(". <em data-page=\"{}\">{}</em>", page, why);
  if (is_drawn(page) && lacks_font(result_))
    caption += ". Text in fonts that the file lacks is not drawn.";
  caption = "<figcaption>" + caption + "</figcaption>\n";
  // Of a page that is not drawn a part would show a box on nothing.
  if (!is_drawn(page))
    return "<figure class=\"outlined\">\n" + whole_page(number) + caption + "</figure>\n";
  return "<figure>\n" + (finding.box ? part_of_page(number) : "") + caption +
         fmt::format("<details class=\"whole\"><summary>All of page {}</summary>\n{}</details>\n",
                     page, whole_page(number)) +
         "</figure>\n";
}

}  // namespace report
