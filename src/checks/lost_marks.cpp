#include "checks/lost_marks.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <optional>

#include "checks/faces.hpp"
#include "checks/findings.hpp"
#include "checks/lines.hpp"
#include "checks/passages.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Confidence;
using model::Line;
using model::Role;

constexpr std::string_view kMark = "??";
constexpr std::size_t kLettersAround = 30;
// What numbers follow in a text, then the numbers of a list before the lost one. Matched as a whole
// and without groups, with the letters of three alphabets for all: searching for it, and \pL, would
// each cost more to compile than all else here.
constexpr char kNamesNumber[] =
    R"((?is)(?:.*[^a-z\x{c0}-\x{24f}\x{370}-\x{52f}])?(?:sections?|subsections?|sects?\.?|secs?\.?|§+)"
    R"(|figures?|figs?\.?|tables?|tabs?\.?|equations?|eqs?\.?|eqns?\.?|theorems?|thms?\.?|lemmas?)"
    R"(|propositions?|props?\.?|corollary|corollaries|definitions?|assumptions?|algorithms?|algs?\.?)"
    R"(|appendix|appendices|apps?\.|chapters?|parts?|lines?|pages?|p\.|pp\.|steps?|examples?|remarks?)"
    R"(|listings?|conditions?|claims?|footnotes?|problems?|constraints?)[\s~]*[(\[]?)"
    R"((?:(?:\?\?|\d[\d.]*|[A-Z](?:\.\d+)*)[)\]]?\s*(?:,|and|or|to|&|-|–|—)+\s*[(\[]?)*)";

struct Run {
  std::size_t begin = 0, end = 0;  // of the question marks, in the passage
  const Line* line = nullptr;
  std::optional<bool> set_apart;  // in bold after what is not; unset where glyphs are not known
  std::size_t length() const { return end - begin; }
};

// What encloses a run: a bracket, and nothing in it but marks, numbers and commas.
struct Enclosure {
  char bracket = 0;
  std::size_t begin = 0, end = 0;
};

Enclosure enclosure_of(std::string_view text, const Run& run) {
  Enclosure none{0, run.begin, run.end};
  auto is_inner = [](char c) { return std::string_view("?,; 0123456789-").find(c) != kMark.npos; };
  std::size_t begin = run.begin, end = run.end;
  while (begin > 0 && is_inner(text[begin - 1])) --begin;
  while (end < text.size() && is_inner(text[end])) ++end;
  if (begin == 0 || end == text.size()) return none;
  char open = text[begin - 1], close = text[end];
  if ((open == '[' && close == ']') || (open == '(' && close == ')'))
    return {open, begin - 1, end + 1};
  return none;
}

bool is_quoted(std::string_view text, const Enclosure& it) {
  constexpr std::string_view kOpen[] = {"\"", "'", "`", "“", "‘", "«", "„"};
  constexpr std::string_view kClose[] = {"\"", "”", "’", "»"};
  std::string_view before = text.substr(0, it.begin), after = text.substr(it.end);
  if (std::any_of(std::begin(kClose), std::end(kClose),
                  [&](std::string_view quote) { return after.starts_with(quote); }))
    return true;
  return std::any_of(std::begin(kOpen), std::end(kOpen),
                     [&](std::string_view quote) { return before.ends_with(quote); });
}

bool stands_alone(std::string_view text, const Run& run) {
  auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '!'; };
  return (run.begin == 0 || !is_word(text[run.begin - 1])) &&
         (run.end == text.size() || !is_word(text[run.end]));
}

bool names_number(std::string_view text, const Run& run) {
  static const re2::RE2 kPattern(kNamesNumber);
  std::size_t from = run.begin - std::min<std::size_t>(run.begin, 60);
  return re2::RE2::FullMatch(re2::StringPiece(text.data() + from, run.begin - from), kPattern);
}

bool is_bold_at(const model::Paper& paper, const model::Page& page, std::size_t glyph) {
  auto bold = [&](const model::Glyph& it) { return is_bold(font_name(paper.document, it.font)); };
  auto is_mark = [&](const model::Glyph& it) {
    return it.text_length == 1 && page.text[it.text] == U'?';
  };
  if (!bold(page.glyphs[glyph])) return false;
  std::size_t before = glyph;
  while (before > 0 && is_mark(page.glyphs[before])) --before;
  const model::Glyph& last = page.glyphs[before];
  bool is_word = last.text_length > 0 && util::is_letter(page.text[last.text]);
  return !(bold(last) && is_word);
}

// Of the marks of a line, from left to right; empty where glyphs are not known.
std::vector<bool> bold_marks(const model::Paper& paper, const Line& line) {
  std::vector<std::pair<float, bool>> marks;
  auto index = static_cast<std::size_t>(line.page - 1);
  if (index >= paper.document.pages.size()) return {};
  const model::Page& page = paper.document.pages[index];
  for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
    const model::Glyph& glyph = page.glyphs[i];
    if (glyph.text_length != 1 || page.text[glyph.text] != U'?') continue;
    model::Points x = (glyph.left + glyph.right) / 2, y = (glyph.top + glyph.bottom) / 2;
    if (line.box.overlaps({x - 0.1, y - 0.1, x + 0.1, y + 0.1}))
      marks.emplace_back(glyph.left, is_bold_at(paper, page, i));
  }
  std::sort(marks.begin(), marks.end());
  std::vector<bool> bold;
  for (const auto& [left, is_it] : marks) bold.push_back(is_it);
  return bold;
}

std::vector<Run> runs_of(const model::Paper& paper, const Passage& passage) {
  std::vector<Run> runs;
  for (std::size_t at = passage.text.find('?'); at != kMark.npos;) {
    std::size_t end = std::min(passage.text.find_first_not_of('?', at), passage.text.size());
    runs.push_back({at, end, &passage.line_at(at), std::nullopt});
    at = passage.text.find('?', end);
  }
  const Line* line = nullptr;
  std::vector<bool> bold;
  std::size_t next = 0;
  for (Run& run : runs) {
    if (run.line != line) {
      line = run.line;
      bold = bold_marks(paper, *line);
      next = 0;
    }
    if (next < bold.size()) run.set_apart = bold[next];
    next += run.length();
  }
  return runs;
}

// None where it is a question, a sign or a quotation.
std::optional<LostMark> judge_mark(const model::Paper& paper, const Passage& passage,
                                   const Run& run) {
  const std::string& text = passage.text;
  Enclosure around = enclosure_of(text, run);
  bool names = run.length() == kMark.size() && names_number(text, run);
  bool apart = run.set_apart.value_or(false), unknown = !run.set_apart;
  bool in_figure = run.line->role == Role::figure || run.line->role == Role::code;
  bool alone = stands_alone(text, run);
  if (is_quoted(text, around) || (!alone && !apart) ||
      (in_figure && !(apart && (names || around.bracket))) ||
      is_typewriter(font_name(paper.document, run.line->font)))
    return std::nullopt;
  LostMark mark{MarkKind::citation, Confidence::possible, run.line, ""};
  bool is_list = around.bracket == '[' || run.length() != kMark.size();
  if (!is_list) mark.kind = MarkKind::reference;
  if (apart)
    mark.confidence = run.line->role == Role::heading ? Confidence::likely : Confidence::certain;
  else if (names || (unknown && around.bracket == '[' && run.length() == 1))
    mark.confidence = Confidence::likely;
  else if (!(around.bracket == '[' || (unknown && around.bracket) ||
             (unknown && run.length() == kMark.size())))
    return std::nullopt;
  return mark;
}

std::string words_around(std::string_view text, const Run& run) {
  std::size_t begin = run.begin - std::min(run.begin, kLettersAround);
  std::size_t end = std::min(text.size(), run.end + kLettersAround);
  while (begin > 0 && text[begin - 1] != ' ' && begin + 2 * kLettersAround > run.begin) --begin;
  while (end < text.size() && text[end] != ' ' && end < run.end + 2 * kLettersAround) ++end;
  return std::string(util::trim(text.substr(begin, end - begin)));
}

// natbib prints ?? for two citations, too: in a paper with single ones that is likelier.
void tell_apart(std::vector<LostMark>& marks, const std::vector<bool>& bare) {
  bool has_citation = std::any_of(marks.begin(), marks.end(), [](const LostMark& mark) {
    return mark.kind == MarkKind::citation && mark.confidence == Confidence::certain;
  });
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (bare[i] && has_citation) marks[i].kind = MarkKind::citation;
}

std::string place_of(const std::vector<const LostMark*>& marks) {
  auto in = [&](Role role) {
    return std::count_if(marks.begin(), marks.end(),
                         [&](auto* mark) { return mark->line->role == role; });
  };
  std::string text;
  if (auto number = in(Role::caption)) text += fmt::format(", {} in captions", number);
  if (auto number = in(Role::heading)) text += fmt::format(", {} in headings", number);
  if (auto number = in(Role::figure)) text += fmt::format(", {} in figures or tables", number);
  return text;
}

std::vector<LostMark> look_for_marks(const model::Paper& paper) {
  std::vector<LostMark> marks;
  std::vector<bool> bare;
  const auto& lines = paper.measured.lines;
  bool has_mark = std::any_of(lines.begin(), lines.end(), [](const Line& line) {
    return line.text.find('?') != std::string::npos;
  });
  if (!has_mark) return {};
  for (const Passage& passage : passages(paper)) {
    if (passage.text.find('?') == kMark.npos) continue;
    for (const Run& run : runs_of(paper, passage)) {
      auto mark = judge_mark(paper, passage, run);
      if (!mark) continue;
      mark->around = words_around(passage.text, run);
      marks.push_back(*mark);
      bare.push_back(mark->kind == MarkKind::reference && !names_number(passage.text, run));
    }
  }
  tell_apart(marks, bare);
  return marks;
}

}  // namespace

const std::vector<LostMark>& find_lost_marks(const model::Paper& paper) {
  return paper.workings.get<std::vector<LostMark>>([&] { return look_for_marks(paper); });
}

Findings report_lost_marks(const model::Paper& paper, MarkKind kind, std::string_view noun,
                           std::string_view fix) {
  Findings findings;
  const std::vector<LostMark>& marks = find_lost_marks(paper);
  for (Confidence sure : {Confidence::certain, Confidence::likely, Confidence::possible}) {
    std::vector<const LostMark*> some;
    for (const LostMark& mark : marks)
      if (mark.kind == kind && mark.confidence == sure) some.push_back(&mark);
    if (some.empty()) continue;
    std::vector<std::string> texts;
    Lines lines;
    for (const LostMark* mark : some) {
      texts.push_back(mark->around);
      lines.push_back(mark->line);
    }
    std::string many = counted(static_cast<int>(some.size()), noun);
    std::string where = page_list(pages_of(lines));
    auto finding = failed(
        fmt::format("{} printed as question marks on {}{}{}.", many, where, place_of(some),
                    sure == Confidence::possible ? "; whether they are meant is for a person" : ""),
        fmt::format("{} on {}", many, where), "none", std::string(fix));
    finding.confidence = sure;
    show_at(finding, *some.front()->line);
    finding.evidence = name_list(texts);
    findings.push_back(std::move(finding));
  }
  if (!has_text(paper, 1))
    findings.push_back(undecided("The first page has no text that can be read."));
  return findings;
}

}  // namespace checks
