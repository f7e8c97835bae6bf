#include "measure/headings.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

#include "measure/anchors.hpp"
#include "measure/class_words.hpp"
#include "util/text.hpp"

namespace measure {
namespace {

using model::Role;

constexpr std::size_t kLongestHeading = 160;
// Space above a heading starts at half a line in the tightest styles; a hair more than none.
constexpr double kApart = 1.2;
// Five lines of one look are a paragraph in larger type.
constexpr std::size_t kMostLines = 4;
// 11 over 10 points is the smallest step seen for a heading of its own size.
constexpr double kLarger = 1.06;
// Signs of formulas and of notes end a bold heading too.
constexpr int kFewLetters = 3;
constexpr Points kThickestRule = 1.5;  // of a table

// What a heading looks like; those of one level share it.
struct Style {
  long size = 0;  // of its largest letter, in half points
  bool bold = false, capitals = false;
  // clang-tidy 14 takes the zero in a defaulted comparison for a pointer.
  auto operator<=>(const Style&) const = default;  // NOLINT(modernize-use-nullptr)
};

struct Candidate {
  Heading heading;
  std::string plain_line, plain_title;  // squeezed
  Style style;
  bool stands_out = false;  // by its type
  bool is_slanted = false;  // and nothing else
  bool apart = false;       // white space above
  bool is_placed = false;   // flush left or centred
  bool has_gaps = false;    // wider than between words
  bool runs_in = false;     // text follows in the line
  bool fills_line = false;
  bool anchored = false;    // a bookmark or an anchor with its number leads here
  bool is_led_to = false;   // an anchor, maybe that of a run-in heading
  bool lacks_lead = false;  // which all other headings have
  int anchor_level = 0;
};

bool is_open(const TextLine& line) {
  return line.line.role == Role::body && line.line.visible && !line.turned && line.letters >= 2;
}

Style style_of(const TextLine& line) {
  bool capitals = line.alphabetic >= 4 && line.capitals >= 0.95 * line.alphabetic;
  return {std::lround(line.largest * 2), line.bold > 0.7, capitals};
}

// The line above in the same column, and below.
const TextLine* neighbour(const PageText& page, std::size_t index, int step) {
  const TextLine& line = page.lines[index];
  for (std::size_t i = index + static_cast<std::size_t>(step); i < page.lines.size();
       i += static_cast<std::size_t>(step)) {
    const TextLine& other = page.lines[i];
    if (other.turned || !other.line.visible || model::is_apart_from_text(other.line.role)) continue;
    if (other.line.column != line.line.column) return nullptr;
    return &other;
  }
  return nullptr;
}

bool is_apart(const PageText& page, std::size_t index, const TypeOfText& text) {
  const TextLine* above = neighbour(page, index, -1);
  const TextLine& line = page.lines[index];
  return !above || line.line.baseline - above->line.baseline >
                       kApart * std::max(text.leading, line.line.size);
}

// "2. We show that" and a table of contents are no headings though numbered.
bool reads_like_heading(const std::string& title) {
  if (title.empty() || title.size() > kLongestHeading) return false;
  if (title.find(". . .") != title.npos || title.find("....") != title.npos) return false;
  // A bullet or a dash opens an item of a list.
  if (title.starts_with("\xe2\x80\xa2") || title.starts_with("\xe2\x80\x93") || title[0] == '-')
    return false;
  auto letters = std::count_if(title.begin(), title.end(),
                               [](unsigned char c) { return std::isalpha(c) || c >= 0x80; });
  // An address or a sentence that a column's edge cuts is set bold at times.
  bool is_address = title.find('@') != title.npos || title.find("http") != title.npos ||
                    title.find("www.") != title.npos;
  return letters >= 2 && !is_address && title.back() != ',' && title.back() != ';';
}

// The edges between which the line stands.
Box edges_of(const PageText& page, const TextLine& line) {
  if (page.columns.empty()) return {0, 0, page.size.width, 0};
  if (line.line.column >= 0) return page.columns[static_cast<std::size_t>(line.line.column)];
  return {page.columns.front().left, 0, page.columns.back().right, 0};
}

bool fills_line(const PageText& page, const TextLine& line) {
  return line.line.box.right > edges_of(page, line).right - 0.5 * line.largest;
}

// Whether the next line goes on with the sentence of one that is full.
bool goes_on_below(const PageText& page, std::size_t index, const TypeOfText& text) {
  const TextLine& line = page.lines[index];
  const TextLine* below = neighbour(page, index, 1);
  return below && fills_line(page, line) &&
         below->line.baseline - line.line.baseline <
             kApart * std::max(text.leading, line.line.size);
}

// What a title tells by its words, in which class and how it is numbered.
void read_words(const TextLine& line, const ClassWords& words, Candidate& c) {
  Numbering numbering = parse_numbering(line.line.text);
  // "Anhang A. Beweise": packs know the word in other languages.
  std::size_t space = line.line.text.find(' ');
  if (numbering.depth == 0 && space != std::string::npos) {
    Numbering behind = parse_numbering(std::string_view(line.line.text).substr(space));
    if (behind.depth > 0 && words.find(squeezed(line.line.text.substr(0, space))) == "appendix")
      numbering = behind, numbering.says_appendix = true;
  }
  c.heading.title = std::string(numbering.rest);
  c.heading.number = numbering.number;
  c.heading.kind = numbering.kind;
  c.heading.says_appendix = numbering.says_appendix;
  c.plain_line = squeezed(line.line.text);
  c.heading.class_id = words.find(c.plain_line);
  bool is_numbered = numbering.kind == Numbering::Kind::arabic || numbering.says_appendix;
  if (!c.heading.class_id.empty() && !is_numbered) {
    c.heading.title = line.line.text, c.heading.number.clear(),
    c.heading.kind = Numbering::Kind::none;
  }
  c.plain_title = c.heading.title == line.line.text ? c.plain_line : squeezed(c.heading.title);
  if (c.heading.class_id.empty()) c.heading.class_id = words.find(c.plain_title);
}

// Where it stands, and whether all of its line is the heading.
void look_around(const PageText& page, const TextLine& line, Candidate& c) {
  Box edges = edges_of(page, line);
  const Box& box = line.line.box;
  c.is_placed = std::abs(box.left - edges.left) < 2 ||
                std::abs(box.middle_x() - (edges.left + edges.right) / 2) < 3;
  c.fills_line = fills_line(page, line);
  c.runs_in = line.bold_first && line.plain_tail >= kFewLetters;
  c.has_gaps = line.widest_gap > 1.3 * line.largest;
}

// The places and entries that lead here.
void follow_leads(const TextLine& line, const Anchors& anchors, const TypeOfText& text,
                  Candidate& c) {
  if (auto lead = anchors.find(line, c.heading.number, c.plain_line, c.plain_title)) {
    // The words of an entry stand elsewhere on its page too, in tables for one.
    c.anchored = lead->is_near || c.stands_out;
    c.anchor_level = lead->level;
    if (lead->is_appendix && c.heading.kind != Numbering::Kind::arabic)
      c.heading.says_appendix = true;
    if (c.anchored) return;
  }
  c.is_led_to = anchors.lead_near(line, 1.7 * std::max(text.leading, 1.2 * line.largest));
  bool numbered = c.heading.kind != Numbering::Kind::none;
  c.lacks_lead = anchors.are_complete_on(line.line.page, numbered) &&
                 !anchors.lead_near(line, 2.5 * std::max(text.leading, line.largest));
}

std::optional<Candidate> consider(const PageText& page, std::size_t index, const TypeOfText& text,
                                  const Anchors& anchors, const ClassWords& words) {
  const TextLine& line = page.lines[index];
  if (!is_open(line) || line.line.text.size() > kLongestHeading || line.math > 0.5)
    return std::nullopt;
  Candidate c;
  c.style = style_of(line);
  c.stands_out = c.style.bold || c.style.capitals || line.largest >= kLarger * text.size;
  c.apart = is_apart(page, index, text);
  // Most lines; is_heading() would take none of them.
  if (!c.stands_out && !c.apart) return std::nullopt;
  c.heading.page = line.line.page;
  c.heading.line = index;
  read_words(line, words, c);
  bool only_number = c.heading.title.empty() && c.heading.says_appendix;
  if (!only_number && !reads_like_heading(c.heading.title)) return std::nullopt;
  look_around(page, line, c);
  // Not "1." of a list.
  bool numbered =
      c.heading.kind != Numbering::Kind::none && (c.heading.kind != Numbering::Kind::arabic ||
                                                  c.heading.number.find('.') != std::string::npos);
  c.is_slanted = !c.stands_out && numbered && line.slanted > 0.8 && !c.fills_line;
  c.stands_out = c.stands_out || c.is_slanted;
  follow_leads(line, anchors, text, c);
  return c;
}

std::vector<Candidate> find_candidates(const model::Document& document,
                                       const std::vector<PageText>& pages, const TypeOfText& text,
                                       const ClassWords& words) {
  Anchors anchors(document);
  std::vector<Candidate> candidates;
  for (const PageText& page : pages) {
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      if (auto c = consider(page, i, text, anchors, words)) candidates.push_back(std::move(*c));
    }
  }
  return candidates;
}

bool is_large(const Candidate& c, const TypeOfText& text) {
  return c.style.size >= std::lround(2 * kLarger * text.size);
}

// The look of the paper's sections: that of most headings that are surely of the first level.
std::optional<Style> find_section_style(const std::vector<Candidate>& candidates,
                                        const TypeOfText& text) {
  std::map<Style, int> seen;
  for (const Candidate& c : candidates) {
    const Heading& h = c.heading;
    bool is_apart = c.apart || (c.is_placed && is_large(c, text) && c.style.bold);
    if (!c.stands_out || c.is_slanted || !is_apart) continue;
    bool numbered = std::count(h.number.begin(), h.number.end(), '.') == 0 &&
                    (h.kind == Numbering::Kind::arabic || h.kind == Numbering::Kind::roman);
    const std::string& plain = c.plain_title;
    bool usual = !h.class_id.empty() || plain == "introduction" ||
                 plain.starts_with("conclusion") || plain.starts_with("relatedwork") ||
                 plain.starts_with("discussion");
    if (c.anchored && c.anchor_level == 1) seen[c.style] += 3;
    if (numbered || usual) seen[c.style] += 2 * usual + numbered;
  }
  if (seen.empty()) return std::nullopt;
  return std::max_element(seen.begin(), seen.end(),
                          [](auto& a, auto& b) { return a.second < b.second; })
      ->first;
}

// Titles begin with a capital letter or a digit and are no sentences.
bool reads_like_title(const std::string& title) {
  if (title.empty()) return true;
  bool is_small = title[0] >= 'a' && title[0] <= 'z';
  bool is_sentence = title.size() > 60 && (title.back() == '.' || title.back() == '-');
  return !is_small && !is_sentence && title.size() <= 110;
}

bool same_look(const Style& a, const Style& b) {
  return std::abs(a.size - b.size) <= 1 && a.bold == b.bold && a.capitals == b.capitals;
}

// What speaks against a line that looks like a heading.
bool is_doubtful(const Candidate& c, const TypeOfText& text) {
  bool numbered = c.heading.kind != Numbering::Kind::none;
  if (c.runs_in && (!numbered || c.fills_line)) return true;
  // Cells of a bold table head stand apart.
  if (!numbered && (c.has_gaps || c.heading.title.front() == '(')) return true;
  return c.lacks_lead && !is_large(c, text) && c.plain_title != "abstract";
}

// Bold lines of tables, of theorems or of lists are many; a heading needs a second sign.
bool is_heading(const Candidate& c, const std::optional<Style>& section, const TypeOfText& text) {
  const Heading& h = c.heading;
  bool numbered = h.kind != Numbering::Kind::none;
  bool has_section_look = section && same_look(c.style, *section);
  if (c.anchored && c.stands_out) return true;
  if (c.anchored) return c.apart && !c.fills_line && (numbered || reads_like_title(h.title));
  if (!h.class_id.empty()) return c.stands_out || (c.apart && h.title.size() < 40);
  if (!c.stands_out || !reads_like_title(h.title)) return false;
  // Squeezed headings have no space above, but their size and their place.
  bool apart = c.apart || (c.is_placed && c.style.bold && is_large(c, text));
  // "Appendix A. Title" stands within sentences about appendices, too.
  if (h.says_appendix) return apart || has_section_look;
  if (is_doubtful(c, text)) return false;
  if (has_section_look) return apart || numbered;
  if (numbered && h.kind == Numbering::Kind::arabic) return apart || is_large(c, text);
  return apart && (c.is_led_to || c.style.size >= std::lround(2 * text.size)) &&
         (c.style.bold || !c.style.capitals);
}

int level_of(const Candidate& c, const std::optional<Style>& section) {
  int dots = static_cast<int>(std::count(c.heading.number.begin(), c.heading.number.end(), '.'));
  if (c.anchor_level > 0) return std::max(c.anchor_level, dots + 1);
  if (dots > 0) return dots + 1;
  if (c.is_slanted) return 2;
  if (!section) return 1;
  if (c.style.size < section->size - 1) return 2;
  if (c.style.bold != section->bold && c.style.size <= section->size) return 2;
  if (section->capitals && !c.style.capitals && c.style.size <= section->size) return 2;
  return 1;
}

// Further lines of one heading: same look, close below, not a heading by itself.
std::size_t count_lines(const PageText& page, const Candidate& c) {
  std::size_t last = c.heading.line;
  while (last + 1 < page.lines.size() && last - c.heading.line < kMostLines) {
    const TextLine& line = page.lines[last];
    const TextLine& next = page.lines[last + 1];
    Points distance = next.line.baseline - line.line.baseline;
    // "Acknowledgments" is whole; what follows another section.
    bool is_whole =
        !c.heading.class_id.empty() && line.line.box.width() < 0.6 * edges_of(page, line).width();
    bool joined = !is_whole && is_open(next) && next.line.column == line.line.column &&
                  distance > 0 && distance < 1.4 * line.largest &&
                  same_look(style_of(next), c.style) && (c.style.bold == (next.bold > 0.7)) &&
                  c.stands_out && parse_numbering(next.line.text).kind != Numbering::Kind::arabic;
    // "Appendix A" stands centred above its title.
    bool titled = c.heading.title.empty() && last == c.heading.line &&
                  distance < 1.6 * line.largest && is_open(next) &&
                  std::abs(next.line.box.middle_x() - line.line.box.middle_x()) < 3;
    if (!joined && !titled) break;
    ++last;
  }
  return last - c.heading.line + 1;
}

// Bold sentences within the text: nothing marks them as headings, and they go on in the line below
// or end with a dot after more words than titles have.
bool is_sentence(const PageText& page, const Candidate& c, const TypeOfText& text) {
  const Heading& h = c.heading;
  if (c.anchored || h.kind != Numbering::Kind::none || !h.class_id.empty()) return false;
  std::size_t last = h.line + h.lines - 1, length = 0;
  for (std::size_t i = h.line; i <= last; ++i) length += page.lines[i].line.text.size();
  const std::string& end = page.lines[last].line.text;
  return goes_on_below(page, last, text) || end.back() == '-' || (length > 60 && end.back() == '.');
}

// A row of a table at one of its rules, which are wider than what stands in a cell. The words of a
// section take one above and one below.
bool is_ruled(const PageText& page, const Candidate& c, const TypeOfText& text,
              const std::vector<model::Ink>& inks) {
  const Heading& h = c.heading;
  if (c.anchored || h.kind != Numbering::Kind::none || is_large(c, text)) return false;
  const TextLine& line = page.lines[h.line];
  const Box& box = line.line.box;
  bool above = false, below = false;
  for (const model::Ink& ink : inks) {
    if (ink.box.height() > kThickestRule || ink.box.width() < 1.3 * box.width()) continue;
    if (ink.box.left > box.middle_x() || ink.box.right < box.middle_x()) continue;
    Points y = ink.box.middle_y() - line.line.baseline;
    above = above || (y > -1.8 * line.largest && y <= 0);
    below = below || (y > 0 && y < 1.2 * line.largest);
  }
  return h.class_id.empty() ? above || below : above && below;
}

}  // namespace

std::vector<Heading> find_headings(const model::Document& document, std::vector<PageText>& pages,
                                   const TypeOfText& text, const model::Vocabulary& vocabulary) {
  ClassWords words(vocabulary);
  std::vector<Candidate> candidates = find_candidates(document, pages, text, words);
  std::optional<Style> section = find_section_style(candidates, text);
  std::vector<Heading> headings;
  for (Candidate& c : candidates) {
    PageText& page = pages[static_cast<std::size_t>(c.heading.page - 1)];
    if (page.lines[c.heading.line].line.role != Role::body || !is_heading(c, section, text))
      continue;
    c.heading.level = level_of(c, section);
    c.heading.lines = count_lines(page, c);
    const auto& inks = document.pages[static_cast<std::size_t>(c.heading.page - 1)].inks;
    if (c.heading.lines > kMostLines || is_sentence(page, c, text) || is_ruled(page, c, text, inks))
      continue;
    for (std::size_t i = 0; i < c.heading.lines; ++i) {
      TextLine& line = page.lines[c.heading.line + i];
      line.line.role = Role::heading;
      if (i > 0) c.heading.title += " " + line.line.text;
    }
    if (c.heading.lines > 1) c.heading.class_id = words.find(squeezed(c.heading.title));
    c.heading.title = std::string(util::trim(c.heading.title));
    // "Appendix A." alone: the word is all the title there is.
    if (c.heading.title.empty()) {
      const std::string& whole = page.lines[c.heading.line].line.text;
      c.heading.title = whole.substr(0, whole.find(' '));
    }
    headings.push_back(std::move(c.heading));
  }
  return headings;
}

}  // namespace measure
