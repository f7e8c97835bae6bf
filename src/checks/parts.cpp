#include "checks/parts.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "checks/passages.hpp"
#include "checks/squeezed.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Line;
using model::Role;

constexpr std::string_view kAbstract = "abstract";
// Longer ones are rare, and a heading that was not seen makes the introduction part of it.
constexpr std::size_t kMostLinesOfAbstract = 80;

// "Abstract" or "Abstract—We show" at the head of it.
bool begins_abstract(const Line& line) {
  std::string letters = squeezed(line.text.substr(0, 40));
  bool is_heading = letters == kAbstract;
  bool is_run_in = letters.starts_with(kAbstract) && line.text.size() > kAbstract.size() &&
                   !std::isalnum(static_cast<unsigned char>(line.text[kAbstract.size()])) &&
                   line.text[kAbstract.size()] != ' ';
  return line.page == 1 && line.visible && (is_heading || is_run_in);
}

Lines abstract_of(const std::vector<Line>& lines) {
  auto begin = std::find_if(lines.begin(), lines.end(), begins_abstract);
  if (begin == lines.end()) return {};
  Lines found;
  bool is_heading = squeezed(begin->text) == kAbstract;
  for (auto line = begin + (is_heading ? 1 : 0); line != lines.end(); ++line) {
    if (line->role == Role::heading || line->page > 2) break;
    if (model::is_running_text(line->role) && line->visible) found.push_back(&*line);
  }
  bool has_end = found.size() <= kMostLinesOfAbstract;
  return has_end ? found : Lines{};
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const Line* line : lines) {
    std::string_view piece = util::trim(line->text);
    bool is_broken = text.size() > 1 && text.back() == '-' && !piece.empty() &&
                     std::islower(static_cast<unsigned char>(piece.front()));
    if (is_broken) text.pop_back();
    if (!text.empty() && !is_broken) text += ' ';
    text += piece;
  }
  return text;
}

}  // namespace

Lines lines_of_part(const model::Measured& measured, std::string_view part) {
  if (part == kAbstract) return abstract_of(measured.lines);
  Lines lines;
  for (const Line& line : measured.lines) {
    bool is_title = line.role == Role::title && line.visible;
    if (part == "title" ? is_title : line.counted && is_content(line)) lines.push_back(&line);
  }
  return lines;
}

int size_of(const Lines& lines, bool in_characters) {
  std::string text = joined(lines);
  return static_cast<int>(in_characters ? util::to_utf32(text).size() : count_words(text));
}

}  // namespace checks
