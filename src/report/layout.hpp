// Lays out text for a terminal: wrapped to its width, labelled, in colour where asked; nothing that
// comes from a paper can give orders to it.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace report {

enum class Tone { plain, strong, faint, good, bad, warn };

// Fit for a terminal, and at most `letters` of it.
std::string shown(std::string_view text, std::size_t letters = 200);

// A hundredth of a point at most, and no trailing zeros: 9.963 gives 9.96, 612.0 gives 612.
std::string points(double value);

// "1 page", "2 pages".
std::string counted(int number, std::string_view noun);

// Words longer than a line (addresses) stand alone and are not broken.
std::vector<std::string> wrap(std::string_view text, int width);

class Layout {
 public:
  Layout(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void blank() { out_ << '\n'; }
  void paragraph(std::string_view text, Tone tone = Tone::plain, int indent = 0);
  // "  Fix          Shorten the paper ...", wrapped under its first word; nothing for an empty
  // text.
  void field(std::string_view label, std::string_view text);
  // "name    text", the text wrapped in its own column; a name too long for its column stands
  // alone.
  void row(std::string_view name, std::string_view text, int column);
  // The same, indented as fields are.
  void item(std::string_view name, std::string_view text, int column);
  // A paragraph in which **words** are strong; `indent` is that of its later lines, as in a list.
  void rich_paragraph(std::string_view text, int indent = 0);
  void verbatim(std::string_view line) { out_ << line << '\n'; }
  // "Problem 1: The paper is ...", the label alone in colour, wrapped.
  void lead(std::string_view label, Tone tone, std::string_view text);

 private:
  std::string toned(std::string_view text, Tone tone) const;
  void marked(const std::string& text, Tone tone, int indent);
  void labelled(const std::string& margin, std::string_view label, Tone tone, int column,
                std::string_view text);

  std::ostream& out_;
  const Style& style_;
};

}  // namespace report
