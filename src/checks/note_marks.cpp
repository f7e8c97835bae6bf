#include <algorithm>
#include <cctype>
#include <optional>

#include "checks/author_notes.hpp"
#include "checks/faces.hpp"
#include "checks/lines.hpp"
#include "checks/main_part.hpp"
#include "checks/passages.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Confidence;
using model::Role;

constexpr std::size_t kBytesAround = 40;
// Cells of a row are further apart than words of a stretched line, and more of one mark in a line
// are cells, too: crosses in a table are data.
constexpr double kCellGap = 1.5;  // of the size
constexpr std::size_t kMostInOneLine = 2;

bool joins_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) ||
         std::string_view("-_/@.\\<>").find(c) != std::string_view::npos;
}

// Whole words only: "XXX-XX/2010", "XXXIII" and "todo.txt" are something else. A stop may end it.
bool is_whole(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0 && joins_word(text[begin - 1])) return false;
  if (end == text.size()) return true;
  bool is_stop = text[end] == '.' && (end + 1 == text.size() || !joins_word(text[end + 1]));
  return is_stop || !joins_word(text[end]);
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](auto end) { return text.ends_with(end); });
}

bool is_quoted(std::string_view before) {
  return ends_with_any(before, {"\"", "“", "‘", "'", "`", "„", "«"});
}

// "TODO comments", "a TODO list": the thing itself is spoken of.
bool is_spoken_of(std::string_view after) {
  std::string rest = util::fold(after.substr(0, 30));
  for (std::string_view noun :
       {"comment", "list", "tag", "item", "note", "marker", "entr", "app", "annotation", "label",
        "keyword", "statement", "marks", "rating", "-"})
    if (util::trim(rest).starts_with(noun)) return true;
  return false;
}

bool is_set_off(std::string_view text, std::size_t begin, std::size_t end) {
  std::string_view before = util::trim(text.substr(0, begin)), after = util::trim(text.substr(end));
  bool is_bracketed =
      !before.empty() && (before.back() == '[' || before.back() == '<' || before.back() == '{');
  bool starts = before.empty() || ends_with_any(before, {".", ":", "?", "!", "(", "•"});
  bool is_alone = before.empty() && after.size() <= 1;
  return is_bracketed || is_alone || (starts && after.starts_with(":"));
}

std::string words_around(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t first = begin - std::min(begin, kBytesAround);
  std::size_t last = std::min(text.size(), end + kBytesAround);
  while (first > 0 && text[first - 1] != ' ') --first;
  while (last < text.size() && text[last] != ' ') ++last;
  return std::string(util::trim(text.substr(first, last - first)));
}

bool is_subject(const model::Measured& measured, const std::string& word) {
  return std::any_of(measured.lines.begin(), measured.lines.end(), [&](const model::Line& line) {
    bool names = line.role == Role::title || line.role == Role::heading;
    std::size_t at = line.text.find(word);
    bool says = at != std::string::npos && is_whole(line.text, at, at + word.size());
    return names && says && util::trim(line.text).size() > word.size() + 2;
  });
}

bool is_looked_at(const model::Paper& paper, const Passage& passage,
                  const std::vector<std::string>& except) {
  const model::Line& line = passage.first();
  const std::string& kind = class_of(line, paper.measured);
  bool is_left =
      kind == "references" || std::find(except.begin(), except.end(), kind) != except.end();
  return !is_left && line.role != Role::running_head && line.role != Role::notice &&
         !is_typewriter(font_name(paper.document, line.font));
}

bool has_cell_beside(const model::Measured& measured, const model::Line& line) {
  auto lines = lines_on(measured, line.page);
  return std::any_of(lines.begin(), lines.end(), [&](const model::Line& other) {
    bool is_level = other.box.top < line.box.bottom && line.box.top < other.box.bottom;
    model::Points gap = std::max(other.box.left - line.box.right, line.box.left - other.box.right);
    return other.visible && is_content(other) && other.column == line.column && is_level &&
           gap > kCellGap * line.size;
  });
}

bool is_row(const model::Measured& measured, const model::Line& line, const std::string& word) {
  std::size_t number = 0;
  for (auto at = line.text.find(word); at != line.text.npos;
       at = line.text.find(word, at + word.size()))
    ++number;
  return number > kMostInOneLine || has_cell_beside(measured, line);
}

std::optional<Confidence> judge_mark(const Passage& passage, std::size_t begin, std::size_t end,
                                     bool is_excused) {
  std::string_view text = passage.text;
  std::string_view before = text.substr(0, begin), after = text.substr(end);
  if (!is_whole(text, begin, end) || is_quoted(before) || is_spoken_of(after)) return std::nullopt;
  bool alone = is_set_off(text, begin, end);
  Role role = passage.first().role;
  if (role == Role::figure || role == Role::code || role == Role::title || role == Role::author)
    return alone && before.empty() ? std::optional(Confidence::possible) : std::nullopt;
  if (alone) return Confidence::likely;
  if (is_excused) return std::nullopt;
  return Confidence::possible;
}

}  // namespace

std::vector<AuthorNote> find_marks(const model::Paper& paper, const std::vector<std::string>& words,
                                   const std::vector<std::string>& except) {
  std::vector<AuthorNote> notes;
  std::vector<bool> subjects;
  for (const std::string& word : words) subjects.push_back(is_subject(paper.measured, word));
  for (const Passage& passage : passages(paper)) {
    if (!is_looked_at(paper, passage, except)) continue;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::size_t at = passage.text.find(words[i]);
      for (; at != std::string::npos; at = passage.text.find(words[i], at + 1)) {
        std::size_t end = at + words[i].size();
        const model::Line& line = passage.line_at(at);
        bool is_excused = subjects[i] || is_row(paper.measured, line, words[i]);
        auto confidence = judge_mark(passage, at, end, is_excused);
        if (!confidence) continue;
        notes.push_back({NoteKind::mark, *confidence, line.page, line.box,
                         words_around(passage.text, at, end)});
      }
    }
  }
  return notes;
}

}  // namespace checks
