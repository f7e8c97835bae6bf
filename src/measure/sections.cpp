#include "measure/sections.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace measure {
namespace {

using Kind = Numbering::Kind;
using model::Role;

bool is_counted(const std::string& class_id, const model::Vocabulary& vocabulary) {
  for (const model::SectionClass& section : vocabulary.sections) {
    if (section.id == class_id) return section.counted;
  }
  return class_id == "body";
}

bool is_appendix_class(const std::string& id) {
  return id == "appendix" || id == "supplementary";
}

// "5.3 Limitations" is part of section 5, whatever its title.
bool is_part(const Heading& h) {
  return h.level > 1 && h.number.find('.') != std::string::npos;
}

bool is_entry(const TextLine& line) {
  return line.letters >= 10 && line.line.visible &&
         (line.line.role == Role::body || line.line.role == Role::figure ||
          line.line.role == Role::footnote);
}

struct Below {
  int lines = 0;
  int years = 0;  // lines with a year or a label in brackets
  // Entries have a year every four lines or so; a section that speaks about references has few.
  bool is_bibliography() const { return lines > 0 && 8 * years >= lines; }
};

bool looks_like_entry(const std::string& text) {
  if (text.starts_with('[')) return true;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    bool is_century = text.compare(i, 2, "19") == 0 || text.compare(i, 2, "20") == 0;
    bool is_year = is_century && std::isdigit(static_cast<unsigned char>(text[i + 2])) &&
                   std::isdigit(static_cast<unsigned char>(text[i + 3]));
    if (is_year) return true;
  }
  return false;
}

// What follows before the next heading.
Below look_below(const std::vector<Heading>& headings, std::size_t index,
                 const std::vector<PageText>& pages) {
  const Heading& from = headings[index];
  Below below;
  for (int p = from.page; p <= static_cast<int>(pages.size()); ++p) {
    const auto& lines = pages[static_cast<std::size_t>(p - 1)].lines;
    std::size_t begin = p == from.page ? from.line + from.lines : 0;
    for (std::size_t i = begin; i < lines.size(); ++i) {
      if (lines[i].line.role == Role::heading || below.lines > 60) return below;
      if (!is_entry(lines[i])) continue;
      ++below.lines;
      below.years += looks_like_entry(lines[i].line.text);
    }
  }
  return below;
}

bool is_main_number(const Heading& h) {
  return h.kind == Kind::arabic && h.level == 1;
}

// Whether the numbers of the sections go on behind a heading that has its place among them.
bool is_among_sections(const std::vector<Heading>& headings, std::size_t index) {
  int last = 0;
  for (std::size_t i = 0; i <= index; ++i) {
    if (is_main_number(headings[i])) last = std::max(last, std::atoi(headings[i].number.c_str()));
  }
  return is_main_number(headings[index]) &&
         std::any_of(headings.begin() + static_cast<std::ptrdiff_t>(index), headings.end(),
                     [&](const Heading& h) {
                       return is_main_number(h) && std::atoi(h.number.c_str()) == last + 1;
                     });
}

// Of several headings "References" the one with entries; a copy without any is an author's slip,
// and a numbered section with few that other sections follow speaks about references.
std::size_t choose_references(const std::vector<Heading>& headings,
                              const std::vector<PageText>& pages) {
  constexpr int kFewLines = 20;
  std::size_t chosen = headings.size();
  int best = -1;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (headings[i].class_id != "references" || is_part(headings[i])) continue;
    Below below = look_below(headings, i, pages);
    bool speaks_about = below.lines < kFewLines && is_among_sections(headings, i);
    int rank = below.lines == 0 ? 0 : !below.is_bibliography() || speaks_about ? 1 : 2;
    if (rank > best) best = rank, chosen = i;
  }
  return chosen;
}

struct State {
  bool after_references = false;
  bool in_checklist = false;
  bool in_appendix = false;
  bool has_arabic = false;
  bool is_roman = false;  // the paper numbers sections I, II, III
  int last_number = 0;    // of the last arabic section of the first level
  std::string class_id = "body";
  bool counted = true;
};

bool is_letter_number(const Heading& h, const State& state) {
  if (h.number.empty()) return false;
  bool one_letter = h.number.size() == 1 || h.number[1] == '.';
  bool is_letter =
      h.kind == Kind::letter || (h.kind == Kind::roman && one_letter && !state.is_roman);
  return is_letter && one_letter;
}

// Letters number appendices behind the references; before them only where sections have digits.
bool begins_appendix(const Heading& h, const State& state) {
  if (is_part(h)) return false;
  if (h.says_appendix || is_appendix_class(h.class_id)) return true;
  if (h.level > 1 || !is_letter_number(h, state)) return false;
  return state.after_references || (state.has_arabic && h.number[0] == 'A');
}

// A section that begins to count from one again belongs to a second document.
bool restarts(const Heading& h, const State& state) {
  return state.after_references && h.kind == Kind::arabic && h.level == 1 &&
         std::atoi(h.number.c_str()) <= state.last_number;
}

bool keeps_class(const Heading& h, const State& state, bool is_references) {
  // Only what ends a paper may start below the first level.
  if (h.class_id.empty()) return false;
  bool ends_paper = h.class_id == "references" || h.class_id == "acknowledgments" ||
                    h.class_id == "checklist" || is_appendix_class(h.class_id);
  if (is_part(h) || (h.level > 1 && !ends_paper)) return false;
  // The questions of a checklist have titles like sections; a bibliography is told by its entries.
  return !state.in_checklist || h.class_id == "checklist" || is_references;
}

// What follows shows that the main part goes on: "4 ..." after "3 ...", before any references.
bool is_interlude(const std::vector<Heading>& headings, std::size_t index, const State& state) {
  if (state.after_references) return false;
  const Heading& here = headings[index];
  bool is_numbered = here.kind == Kind::arabic && here.level == 1;
  int next = (is_numbered ? std::atoi(here.number.c_str()) : state.last_number) + 1;
  for (std::size_t i = index + 1; i < headings.size() && headings[i].class_id != "references";
       ++i) {
    const Heading& h = headings[i];
    if (h.kind == Kind::arabic && h.level == 1 && std::atoi(h.number.c_str()) == next) {
      return true;
    }
  }
  return false;
}

std::string decide_class(const Heading& h, const State& state, bool is_references,
                         bool is_interlude) {
  if (!is_interlude && begins_appendix(h, state) &&
      !(state.in_checklist && !h.says_appendix && !is_letter_number(h, state))) {
    return is_appendix_class(h.class_id) ? h.class_id : "appendix";
  }
  if (!(is_interlude && is_appendix_class(h.class_id)) && keeps_class(h, state, is_references))
    return h.class_id;
  if (state.in_checklist || h.level > 1) return state.class_id;
  if (state.in_appendix || restarts(h, state)) return "appendix";
  return "body";
}

void advance(State& state, const Heading& h, const std::string& class_id) {
  state.in_checklist = class_id == "checklist";
  if (class_id == "references") state.after_references = true;
  if (is_appendix_class(class_id)) state.in_appendix = true;
  if (h.kind == Kind::arabic && h.level == 1 && class_id == "body") {
    state.has_arabic = true;
    state.last_number = std::max(state.last_number, std::atoi(h.number.c_str()));
  }
  state.class_id = class_id;
}

// What follows the references counts only when it goes on with the numbers of the main part, or
// where appendices count.
bool counts(const Heading& h, const std::string& class_id, const State& before,
            const model::Vocabulary& vocabulary) {
  if (!is_counted(class_id, vocabulary)) return false;
  if (is_appendix_class(class_id)) return true;
  bool appendix_counts = is_counted("appendix", vocabulary);
  if (before.in_appendix) return appendix_counts;
  if (class_id == before.class_id && h.level > 1) return before.counted;
  if (!before.after_references || (appendix_counts && class_id != "body")) return true;
  return class_id == "body" && h.kind == Kind::arabic &&
         std::atoi(h.number.c_str()) == before.last_number + 1;
}

}  // namespace

std::vector<SectionStart> classify(const std::vector<Heading>& headings,
                                   const std::vector<PageText>& pages,
                                   const model::Vocabulary& vocabulary) {
  State state;
  for (const Heading& h : headings)
    state.is_roman = state.is_roman || h.number == "II" || h.number == "III";
  std::size_t references = choose_references(headings, pages);
  std::vector<SectionStart> starts;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Heading& h = headings[i];
    bool may_be_appendix =
        h.says_appendix || is_appendix_class(h.class_id) || h.kind == Kind::letter;
    bool interlude = may_be_appendix && is_interlude(headings, i, state);
    std::string class_id = decide_class(h, state, i == references, interlude);
    if (class_id == "references" && i != references && !state.after_references)
      class_id = state.class_id;
    bool counted = counts(h, class_id, state, vocabulary);
    SectionStart start;
    start.counted = counted;
    start.line = h.line;
    const TextLine& line = pages[static_cast<std::size_t>(h.page - 1)].lines[h.line];
    start.section = {h.title,           h.number, h.level, h.page,
                     line.line.box.top, class_id, 0,       line.largest};
    starts.push_back(std::move(start));
    advance(state, h, class_id);
    state.counted = counted;
  }
  return starts;
}

namespace {

bool is_float(const TextLine& line) {
  return line.line.role == Role::caption || line.line.role == Role::figure ||
         line.line.role == Role::code;
}

// Entries follow only what was still waiting for a page when the references began; what stands
// behind the last entry, or where an appendix begins, may belong to an appendix.
void count_drifted(const std::vector<SectionStart>& sections, std::vector<PageText>& pages) {
  for (PageText& page : pages) {
    bool has_entries = false, has_appendix = false, has_main_caption = false;
    auto in_references = [&](const TextLine& line) {
      return line.line.section >= 0 &&
             sections[static_cast<std::size_t>(line.line.section)].section.class_id == "references";
    };
    for (const TextLine& line : page.lines) {
      if (!line.line.visible || line.line.section < 0) continue;
      const model::Section& section = sections[static_cast<std::size_t>(line.line.section)].section;
      has_appendix = has_appendix || is_appendix_class(section.class_id);
      if (!in_references(line)) continue;
      has_entries =
          has_entries || (has_main_caption && line.line.role == Role::body && line.letters > 20);
      bool may_title = line.line.role == Role::caption || line.line.role == Role::code;
      auto caption = may_title ? parse_caption(line.line.text) : std::nullopt;
      bool is_plain =
          caption && caption->number.find_first_not_of("0123456789") == std::string::npos;
      has_main_caption = has_main_caption || is_plain;
    }
    if (!has_main_caption || !has_entries || has_appendix) continue;
    for (TextLine& line : page.lines) {
      if (is_float(line) && in_references(line) && line.line.visible) line.line.counted = true;
    }
  }
}

}  // namespace

void assign_lines(const std::vector<SectionStart>& sections, std::vector<PageText>& pages) {
  std::size_t next = 0;
  int current = -1;
  bool counted = true;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t i = 0; i < pages[p].lines.size(); ++i) {
      while (next < sections.size() && sections[next].section.page == static_cast<int>(p) + 1 &&
             sections[next].line == i) {
        current = static_cast<int>(next);
        counted = sections[next].counted;
        ++next;
      }
      TextLine& line = pages[p].lines[i];
      line.line.section = current;
      bool is_text = !model::is_apart_from_text(line.line.role) && line.line.role != Role::notice;
      line.line.counted = counted && is_text && line.line.visible;
    }
  }
  count_drifted(sections, pages);
}

}  // namespace measure
