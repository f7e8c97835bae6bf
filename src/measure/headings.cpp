#include "measure/headings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include "util/text.hpp"

namespace measure {
namespace {

using model::Role;

constexpr std::size_t kLongestHeading = 160;
// Space above a heading starts at half a line in the tightest styles; a hair more than none.
constexpr double kApart = 1.2;
// Five lines of one look are a paragraph in larger type.
constexpr std::size_t kMostLines = 4;
constexpr std::size_t kLongestVenue = 24;
// 11 over 10 points is the smallest step seen for a heading of its own size.
constexpr double kLarger = 1.06;

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
  bool apart = false;       // white space above
  bool has_gaps = false;    // wider than between words
  bool anchored = false;    // a bookmark or an anchor leads here
  int anchor_level = 0;
  bool appendix_anchor = false;
};

bool is_open(const TextLine& line) {
  return line.line.role == Role::body && line.line.visible && !line.turned && line.letters >= 2;
}

Style style_of(const TextLine& line) {
  bool capitals = line.alphabetic >= 4 && line.capitals >= 0.95 * line.alphabetic;
  return {std::lround(line.largest * 2), line.bold > 0.7, capitals};
}

// What the name of an anchor tells: "subsection.3.1", "appendix.A". Starred ones are given to all
// headings without a number, run-in ones too, and tell nothing.
struct AnchorName {
  int level = 0;  // 0 for other anchors
  std::string number;
  bool is_appendix = false;
};

AnchorName parse_anchor(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, int>, 5> kKinds = {
      {{"section.", 1},
       {"appendix.", 1},
       {"chapter.", 1},
       {"subsection.", 2},
       {"subsubsection.", 3}}};
  for (const auto& [start, level] : kKinds) {
    if (!name.starts_with(start)) continue;
    std::string number(name.substr(start.size()));
    // "appendix.A" leads to a section of an appendix, "appendix.A.2" to one of its parts.
    int dots = static_cast<int>(std::count(number.begin(), number.end(), '.'));
    return {std::max(level, dots + 1), number, start == "appendix."};
  }
  return {};
}

class Anchors {
 public:
  explicit Anchors(const model::Document& document) {
    for (const model::Destination& d : document.destinations) {
      AnchorName name = parse_anchor(d.name);
      if (name.level > 0) by_place_.emplace(std::pair(d.page, name.number), std::pair(name, d.y));
    }
    for (const model::OutlineEntry& entry : document.outline) {
      std::string title = squeezed(entry.title);
      if (!title.empty()) outline_.emplace(title, &entry);
    }
  }

  void note(const TextLine& line, Candidate& candidate) const {
    auto found = by_place_.find({line.line.page, candidate.heading.number});
    // Packages raise the anchor above its heading, some by more than two lines.
    if (found != by_place_.end() && std::abs(line.line.baseline - found->second.second) < 60) {
      candidate.anchored = true;
      candidate.anchor_level = found->second.first.level;
      candidate.appendix_anchor = found->second.first.is_appendix;
    }
    if (outline_.empty()) return;
    auto entry = outline_.find(candidate.plain_line);
    if (entry == outline_.end()) entry = outline_.find(candidate.plain_title);
    if (entry == outline_.end() || std::abs(entry->second->page - line.line.page) > 1) return;
    candidate.anchored = true;
    if (candidate.anchor_level == 0) candidate.anchor_level = entry->second->level;
  }

 private:
  std::map<std::pair<int, std::string>, std::pair<AnchorName, Points>> by_place_;
  std::map<std::string, const model::OutlineEntry*> outline_;
};

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

// What a title tells by its words, in which class and how it is numbered.
void read_words(const TextLine& line, const ClassWords& words, Candidate& c) {
  Numbering numbering = parse_numbering(line.line.text);
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
  c.has_gaps = line.widest_gap > 1.3 * line.largest;
  c.heading.page = line.line.page;
  c.heading.line = index;
  read_words(line, words, c);
  bool only_number = c.heading.title.empty() && c.heading.says_appendix;
  if (!only_number && !reads_like_heading(c.heading.title)) return std::nullopt;
  anchors.note(line, c);
  if (c.appendix_anchor && c.heading.kind != Numbering::Kind::arabic)
    c.heading.says_appendix = true;
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

// The look of the paper's sections: that of most headings that are surely of the first level.
std::optional<Style> find_section_style(const std::vector<Candidate>& candidates) {
  std::map<Style, int> seen;
  for (const Candidate& c : candidates) {
    const Heading& h = c.heading;
    if (!c.stands_out || !c.apart) continue;
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

// Bold lines of tables, of theorems or of lists are many; a heading needs a second sign.
bool is_heading(const Candidate& c, const std::optional<Style>& section, const TypeOfText& text) {
  const Heading& h = c.heading;
  bool numbered = h.kind != Numbering::Kind::none;
  bool has_section_look = section && same_look(c.style, *section);
  if (c.anchored && c.stands_out) return true;
  if (!h.class_id.empty()) return c.stands_out || (c.apart && h.title.size() < 40);
  if (!c.stands_out || !reads_like_title(h.title)) return false;
  // Cells of a bold table head stand apart.
  if (!numbered && c.has_gaps) return false;
  if (h.says_appendix) return true;
  if (has_section_look) return c.apart || numbered;
  if (numbered && h.kind == Numbering::Kind::arabic)
    return c.apart || c.style.size > 2 * kLarger * text.size;
  return c.apart && c.style.size >= std::lround(2 * text.size) &&
         (c.style.bold || !c.style.capitals);
}

int level_of(const Candidate& c, const std::optional<Style>& section) {
  int dots = static_cast<int>(std::count(c.heading.number.begin(), c.heading.number.end(), '.'));
  if (c.anchor_level > 0) return std::max(c.anchor_level, dots + 1);
  if (dots > 0) return dots + 1;
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
    bool joined = is_open(next) && next.line.column == line.line.column && distance > 0 &&
                  distance < 1.4 * line.largest && same_look(style_of(next), c.style) &&
                  (c.style.bold == (next.bold > 0.7)) && c.stands_out &&
                  parse_numbering(next.line.text).kind != Numbering::Kind::arabic;
    // "Appendix A" stands centred above its title.
    bool titled = c.heading.title.empty() && last == c.heading.line &&
                  distance < 1.6 * line.largest && is_open(next) &&
                  std::abs(next.line.box.middle_x() - line.line.box.middle_x()) < 3;
    if (!joined && !titled) break;
    ++last;
  }
  return last - c.heading.line + 1;
}

}  // namespace

ClassWords::ClassWords(const model::Vocabulary& vocabulary) {
  for (const model::SectionClass& section : vocabulary.sections) {
    for (const std::string& word : section.words) {
      std::string plain = squeezed(word);
      if (section.id == "checklist") checklist_words_.push_back(plain);
      ids_.emplace(std::move(plain), section.id);
    }
  }
}

std::string ClassWords::find(std::string_view plain) const {
  while (!plain.empty() && (plain.back() == '.' || plain.back() == ':')) plain.remove_suffix(1);
  if (auto found = ids_.find(plain); found != ids_.end()) return found->second;
  // Styles put the venue before: "<Venue> Paper Checklist".
  bool is_checklist =
      std::any_of(checklist_words_.begin(), checklist_words_.end(), [&](const std::string& word) {
        return plain.ends_with(word) && plain.size() < word.size() + kLongestVenue;
      });
  return is_checklist ? "checklist" : "";
}

std::vector<Heading> find_headings(const model::Document& document, std::vector<PageText>& pages,
                                   const TypeOfText& text, const model::Vocabulary& vocabulary) {
  ClassWords words(vocabulary);
  std::vector<Candidate> candidates = find_candidates(document, pages, text, words);
  std::optional<Style> section = find_section_style(candidates);
  std::vector<Heading> headings;
  for (Candidate& c : candidates) {
    PageText& page = pages[static_cast<std::size_t>(c.heading.page - 1)];
    if (page.lines[c.heading.line].line.role != Role::body || !is_heading(c, section, text))
      continue;
    c.heading.level = level_of(c, section);
    c.heading.lines = count_lines(page, c);
    if (c.heading.lines > kMostLines) continue;
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
