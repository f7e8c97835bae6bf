#include "measure/ruler.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "measure/glyphs.hpp"

namespace measure {
namespace {

using model::Glyph;
using model::Page;

// Lists and algorithms of eight steps without a dot behind the number are rare, pages of fewer than
// eight numbered lines too.
constexpr std::size_t kFewestNumbers = 8;
// Review pages number every line; an algorithm numbers its own.
constexpr double kLeastCover = 0.6;
// Authors switch numbering off in appendices, which may be three quarters of the pages.
constexpr double kLeastPages = 0.25;
// Numbers of one, two and three digits share an edge to within rounding and side bearings.
constexpr Points kAligned = 1.5;

struct Number {
  std::uint32_t first = 0, last = 0;  // of the page's glyphs
  Box box;
  Points baseline = 0, size = 0;
  int font = 0;  // the first of its name
  long value = 0;
  bool punctuated = false;  // "1.", "[1", "(1"
};

// What the numbers of one ruler have in common on every page.
struct Signature {
  int font = 0;
  Points size = 0, edge = 0;
  bool by_right_edge = false;
};

// 0 for what is not one letter.
char32_t code_of(const Page& page, const Glyph& glyph) {
  if (glyph.text_length != 1 || glyph.text >= page.text.size()) return 0;
  return page.text[glyph.text];
}

bool is_digit(const Page& page, const Glyph& glyph) {
  char32_t code = code_of(page, glyph);
  return code >= U'0' && code <= U'9' && glyph.turn == model::Turn::none;
}

bool touch(const Glyph& left, const Glyph& right) {
  double gap = right.left - left.right;
  return std::abs(left.baseline - right.baseline) < 0.3 && gap < 0.3 * left.size &&
         gap > -0.4 * left.size;
}

bool is_punctuation(const Page& page, std::uint32_t index) {
  char32_t code = code_of(page, page.glyphs[index]);
  return code && std::u32string_view(U".,:;()[]{}%").find(code) != std::u32string_view::npos;
}

void finish(const Page& page, Number& number) {
  auto [first, last] = std::pair(number.first, number.last);
  bool before = first > 0 && touch(page.glyphs[first - 1], page.glyphs[first]) &&
                is_punctuation(page, first - 1);
  bool after = last + 1 < page.glyphs.size() && touch(page.glyphs[last], page.glyphs[last + 1]) &&
               is_punctuation(page, last + 1);
  number.punctuated = before || after;
}

// One design may be stored more than once; the first font of that name stands for all.
std::vector<int> find_designs(const model::Document& document) {
  std::map<std::string, int> first;
  std::vector<int> designs;
  for (const model::Font& font : document.fonts) {
    designs.push_back(first.emplace(font.name, static_cast<int>(designs.size())).first->second);
  }
  return designs;
}

std::vector<Number> find_numbers(const Page& page, const std::vector<int>& designs) {
  std::vector<Number> numbers;
  bool open = false;
  for (std::uint32_t i = 0; i < page.glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    if (!is_digit(page, glyph) || !is_painted(glyph)) {
      open = false;
      continue;
    }
    Box box = box_of(glyph);
    if (open && touch(page.glyphs[i - 1], glyph) && page.glyphs[i - 1].font == glyph.font &&
        i - numbers.back().first < 6) {
      numbers.back().box = numbers.back().box.joined(box);
    } else {
      int design = glyph.font < designs.size() ? designs[glyph.font] : glyph.font;
      numbers.push_back({i, i, box, glyph.baseline, glyph.size, design, 0, false});
    }
    Number& number = numbers.back();
    number.last = i;
    number.value = number.value * 10 + static_cast<long>(code_of(page, glyph) - U'0');
    open = true;
  }
  for (Number& number : numbers) finish(page, number);
  return numbers;
}

// Whether going down the page the values grow by one constant step.
bool is_constant_step(const std::vector<const Number*>& column) {
  std::map<long, std::size_t> steps;
  for (std::size_t i = 1; i < column.size(); ++i) ++steps[column[i]->value - column[i - 1]->value];
  auto most = std::max_element(steps.begin(), steps.end(),
                               [](auto& a, auto& b) { return a.second < b.second; });
  return most != steps.end() && most->first > 0 && 10 * most->second >= 8 * (column.size() - 1);
}

// What may stand beside a ruler: all that is painted upright, but no digits.
std::vector<const Glyph*> find_other_text(const Page& page) {
  std::vector<const Glyph*> text;
  text.reserve(page.glyphs.size());
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.turn == model::Turn::none && !is_digit(page, glyph) && is_painted(glyph))
      text.push_back(&glyph);
  }
  return text;
}

// Share of the page's other text that stands within the column's height, and whether all of it
// there keeps clear of the column.
struct Surroundings {
  double covered = 0;
  double left = 0, right = 0, within = 0;  // shares of the text beside the column
};

Surroundings look_around(const std::vector<const Glyph*>& text,
                         const std::vector<const Number*>& column) {
  Box box = column.front()->box;
  for (const Number* number : column) box = box.joined(number->box);
  Points step =
      (column.back()->baseline - column.front()->baseline) / static_cast<double>(column.size() - 1);
  double beside = 0, left = 0, right = 0, within = 0;
  for (const Glyph* glyph : text) {
    if (glyph->baseline < box.top - step || glyph->baseline > box.bottom + step) continue;
    ++beside;
    if (glyph->right <= box.left + 1)
      ++left;
    else if (glyph->left >= box.right - 1)
      ++right;
    else
      ++within;
  }
  if (beside == 0) return {};
  return {beside / static_cast<double>(text.size()), left / beside, right / beside,
          within / beside};
}

bool counts_up(const std::vector<const Number*>& column) {
  if (column.size() < kFewestNumbers || !is_constant_step(column)) return false;
  auto punctuated = std::count_if(column.begin(), column.end(),
                                  [](const Number* number) { return number->punctuated; });
  return 2 * static_cast<std::size_t>(punctuated) <= column.size();
}

bool stands_beside(const std::vector<const Glyph*>& text,
                   const std::vector<const Number*>& column) {
  Surroundings around = look_around(text, column);
  if (around.covered < kLeastCover) return false;
  // A page header or an overfull line may reach past the ruler.
  if (around.left + around.within < 0.03 || around.right + around.within < 0.03) return true;
  // Between two columns: long, and clear of both.
  return around.within < 0.01 && column.size() >= 30;
}

std::vector<std::vector<const Number*>> align(const std::vector<Number>& numbers, bool by_right) {
  std::map<std::pair<int, long>, std::vector<const Number*>> by_type;
  for (const Number& number : numbers) {
    by_type[{number.font, std::lround(number.size * 10)}].push_back(&number);
  }
  std::vector<std::vector<const Number*>> columns;
  auto edge = [&](const Number* n) { return by_right ? n->box.right : n->box.left; };
  for (auto& [type, members] : by_type) {
    std::sort(members.begin(), members.end(), [&](auto a, auto b) { return edge(a) < edge(b); });
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (i == 0 || edge(members[i]) - edge(members[i - 1]) > kAligned) columns.emplace_back();
      columns.back().push_back(members[i]);
    }
  }
  for (auto& column : columns) {
    std::sort(column.begin(), column.end(),
              [](auto a, auto b) { return a->baseline < b->baseline; });
  }
  return columns;
}

struct Seen {
  Signature signature;
  std::size_t pages = 0;
};

void note(std::vector<Seen>& seen, const Signature& signature) {
  for (Seen& known : seen) {
    const Signature& other = known.signature;
    if (other.font != signature.font || other.by_right_edge != signature.by_right_edge ||
        std::abs(other.size - signature.size) > 0.2 || std::abs(other.edge - signature.edge) > 3) {
      continue;
    }
    ++known.pages;
    return;
  }
  seen.push_back({signature, 1});
}

std::vector<Seen> find_signatures(const std::vector<std::vector<Number>>& numbers,
                                  const model::Document& document) {
  std::vector<Seen> seen;
  for (std::size_t p = 0; p < numbers.size(); ++p) {
    std::vector<const Glyph*> text;  // found where the first column asks for it
    for (bool by_right : {true, false}) {
      for (const auto& column : align(numbers[p], by_right)) {
        if (!counts_up(column)) continue;
        if (text.empty()) text = find_other_text(document.pages[p]);
        if (!stands_beside(text, column)) continue;
        const Number& first = *column.front();
        note(seen, {first.font, first.size, by_right ? first.box.right : first.box.left, by_right});
      }
    }
  }
  return seen;
}

bool fits(const Number& number, const Signature& signature) {
  Points edge = signature.by_right_edge ? number.box.right : number.box.left;
  return number.font == signature.font && std::abs(number.size - signature.size) < 0.2 &&
         std::abs(edge - signature.edge) <= 3;
}

}  // namespace

Ruler find_ruler(const Source& source) {
  const model::Document& document = source.document;
  Ruler ruler;
  std::vector<std::vector<Number>> numbers;
  std::size_t pages_with_text = 0;
  std::vector<int> designs = find_designs(document);
  for (const Page& page : document.pages) {
    numbers.push_back(find_numbers(page, designs));
    pages_with_text += !page.glyphs.empty();
  }
  std::vector<Seen> seen = find_signatures(numbers, document);
  std::erase_if(seen, [&](const Seen& known) {
    return static_cast<double>(known.pages) < kLeastPages * static_cast<double>(pages_with_text);
  });
  ruler.found = !seen.empty();
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    ruler.glyphs.emplace_back(ruler.found ? document.pages[p].glyphs.size() : 0);
    for (const Number& number : numbers[p]) {
      bool is_one = std::any_of(seen.begin(), seen.end(),
                                [&](const Seen& known) { return fits(number, known.signature); });
      if (!is_one) continue;
      TextLine& line = ruler.numbers.emplace_back();
      for (std::uint32_t i = number.first; i <= number.last; ++i) {
        ruler.glyphs[p][i] = true;
        line.glyphs.push_back(i);
      }
      describe(source, static_cast<int>(p) + 1, line);
      line.line.role = model::Role::ruler;
    }
  }
  return ruler;
}

}  // namespace measure
