#include "measure/programs.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "measure/columns.hpp"
#include "measure/families.hpp"
#include "measure/tables.hpp"
#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;

constexpr Points kSameEdge = 3;
// A title has its rules right above it and below its last line.
constexpr double kAbove = 1.8, kBelow = 1.3;  // of its size, from its baselines
constexpr int kMostTitleLines = 4;
// What an algorithm takes and gives may fill a line or two; a paragraph between two rules fills
// more.
constexpr int kMostJustified = 4;
constexpr int kMostTitles = 64;  // of a page; a hostile one may have any number
// Lines of a listing are never as far apart as this.
constexpr double kNextLine = 1.6;  // of the leading
constexpr std::size_t kFewestLines = 3;
constexpr long kFewestSteps = 3;

bool can_be_title(const TextLine& line) {
  bool is_open = line.line.role == Role::body || line.line.role == Role::caption;
  if (!is_open || !line.line.visible || line.turned) return false;
  // Few lines begin with the letter of an algorithm or a listing.
  char first = line.line.text.empty() ? ' ' : line.line.text.front();
  if (first != 'A' && first != 'a' && first != 'L' && first != 'l') return false;
  auto start = parse_caption(line.line.text);
  return start && start->of_program;
}

// The rule right above a title, and those under it that begin and end with it: the second closes
// the title, the third the algorithm.
class Algorithm {
 public:
  Algorithm(const std::vector<Box>& rules, const TextLine& title) : title_(title) {
    const Box& box = title.line.box;
    for (const Box& rule : rules) {
      Points above = title.line.baseline - rule.middle_y();
      bool is_over = rule.left < box.left + kSameEdge && rule.right > box.right - kSameEdge;
      if (is_over && above > title.line.size / 2 && above < kAbove * title.line.size) top_ = rule;
    }
    if (top_.right == 0) return;
    for (const Box& rule : rules) {
      if (are_alike(rule, top_) && rule.middle_y() > title.line.baseline) below_.push_back(rule);
    }
  }

  // The rule under the last step; none where no rules part an algorithm from the text.
  std::optional<Points> find_end() const {
    if (below_.empty()) return std::nullopt;
    Points title = below_[0].middle_y() - title_.line.baseline;
    bool is_title = title < (kBelow + 1.3 * (kMostTitleLines - 1)) * title_.line.size;
    if (is_title && below_.size() > 1) return below_[1].middle_y();
    // A box, or a sentence that begins with the name of an algorithm under some rule.
    auto start = parse_caption(title_.line.text);
    bool is_head = start && (start->punctuated || title_.bold_first);
    return is_head && !is_title ? std::optional(below_[0].middle_y()) : std::nullopt;
  }

  bool holds(const TextLine& line, Points end) const {
    Points y = line.line.box.middle_y(), x = line.line.box.middle_x();
    return y > top_.middle_y() && y < end && x > top_.left && x < top_.right;
  }

 private:
  const TextLine& title_;
  Box top_;
  std::vector<Box> below_;
};

// Whatever it was taken for: formulas and bold words are parts of a program.
void mark_as_code(TextLine& line) {
  Role role = line.line.role;
  if (model::is_apart_from_text(role) || role == Role::footnote || !line.line.visible) return;
  line.line.role = Role::code;
  line.running = false;
}

}  // namespace

void mark_ruled_algorithms(const model::Document& document, std::vector<PageText>& pages) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::vector<Box> rules;
    int seen = 0;
    for (const TextLine& title : pages[p].lines) {
      if (!can_be_title(title)) continue;
      if (seen++ == 0) rules = find_rules(document.pages[p]);
      if (seen > kMostTitles) break;
      Algorithm algorithm(rules, title);
      auto end = algorithm.find_end();
      if (!end) continue;
      std::vector<TextLine*> lines;
      for (TextLine& line : pages[p].lines) {
        if (algorithm.holds(line, *end)) lines.push_back(&line);
      }
      auto justified = std::count_if(lines.begin(), lines.end(),
                                     [&](auto* line) { return is_justified(*line, pages[p]); });
      if (justified > kMostJustified) continue;
      for (TextLine* line : lines) mark_as_code(*line);
    }
  }
}

namespace {

// Lines of a float that a caption of a program belongs to.
template <class Iterator>
void mark_from(Iterator begin, Iterator end, Points start, const TypeOfText& text) {
  Points last = start;
  for (auto it = begin; it != end; ++it) {
    Role role = (*it)->line.role;
    bool is_part = role == Role::figure || role == Role::display || role == Role::code;
    if (!is_part || std::abs((*it)->line.baseline - last) > 2.2 * text.leading) return;
    last = (*it)->line.baseline;
    mark_as_code(**it);
  }
}

// Captions stand above programs or below them.
void mark_captioned(Column& column, const TypeOfText& text) {
  for (auto it = column.begin(); it != column.end(); ++it) {
    auto start = (*it)->line.role == Role::caption ? parse_caption((*it)->line.text) : std::nullopt;
    if (!start || !start->of_program) continue;
    auto below = std::next(it);
    while (below != column.end() && (*below)->line.role == Role::caption) ++below;
    mark_from(below, column.end(), (*std::prev(below))->line.baseline, text);
    mark_from(std::make_reverse_iterator(it), column.rend(), (*it)->line.baseline, text);
  }
}

bool could_be_code(const TextLine& line) {
  return line.line.role == Role::body || line.line.role == Role::figure;
}

// "12: if it holds then": the number of a step.
std::optional<long> step_of(const TextLine& line) {
  std::string_view text = line.line.text;
  std::size_t digits = 0;
  while (digits < text.size() && digits < 3 &&
         std::isdigit(static_cast<unsigned char>(text[digits])))
    ++digits;
  bool is_step = digits > 0 && digits < text.size() && text[digits] == ':' &&
                 (digits + 1 == text.size() || text[digits + 1] == ' ');
  return is_step && could_be_code(line)
             ? std::optional(std::stol(std::string(text.substr(0, digits))))
             : std::nullopt;
}

// Steps that count up, with what stands between them.
void mark_steps(Column& column) {
  for (std::size_t i = 0; i < column.size(); ++i) {
    auto first = step_of(*column[i]);
    if (!first) continue;
    std::size_t last = i;
    long next = *first + 1;
    for (std::size_t k = i + 1; k < column.size() && k < last + 8; ++k) {
      if (step_of(*column[k]) == next) last = k, ++next;
    }
    if (next - *first >= kFewestSteps) {
      for (std::size_t k = i; k <= last; ++k) mark_as_code(*column[k]);
    }
    i = last;
  }
}

// Addresses are set in typewriter too and may take two lines.
bool is_typed(const TextLine& line, const std::vector<bool>& typewriter) {
  auto font = static_cast<std::size_t>(line.line.font);
  return line.line.role == Role::body && font < typewriter.size() && typewriter[font] &&
         line.line.text.find('@') == std::string::npos;
}

void mark_typed(Column& column, const std::vector<bool>& typewriter, const TypeOfText& text) {
  for (std::size_t begin = 0; begin < column.size();) {
    std::size_t end = begin;
    while (end < column.size() && is_typed(*column[end], typewriter) &&
           (end == begin || column[end]->line.baseline - column[end - 1]->line.baseline <
                                kNextLine * text.leading)) {
      ++end;
    }
    if (end - begin >= kFewestLines) {
      for (std::size_t i = begin; i < end; ++i) mark_as_code(*column[i]);
    }
    begin = std::max(end, begin + 1);
  }
}

// A paper set in typewriter as a whole shows no programs by it.
std::vector<bool> find_typewriters(const model::Document& document) {
  std::vector<bool> found;
  int typed = 0, all = 0;
  for (const model::Font& font : document.fonts) {
    found.push_back(is_typewriter_font(font.name));
    typed += found.back() * font.glyphs, all += font.glyphs;
  }
  if (2 * typed > all) found.assign(found.size(), false);
  return found;
}

}  // namespace

void mark_listings(const model::Document& document, std::vector<PageText>& pages,
                   const TypeOfText& text) {
  std::vector<bool> typewriter = find_typewriters(document);
  bool has_typewriter = std::find(typewriter.begin(), typewriter.end(), true) != typewriter.end();
  for (PageText& page : pages) {
    for (Column& column : by_column(page)) {
      mark_captioned(column, text);
      mark_steps(column);
      if (has_typewriter) mark_typed(column, typewriter, text);
    }
  }
}

}  // namespace measure
