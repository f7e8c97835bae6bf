#include "report/layout.hpp"

#include <algorithm>

#include "util/format.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace report {
namespace {

constexpr int kFieldColumn = 13;

// Where a tone begins and ends in text that is still to be wrapped; they take no columns.
constexpr char kBegin = '\x01';
constexpr char kEnd = '\x02';

// Bold and the eight colours every terminal has; the words beside them say the same.
std::string_view code(Tone tone) {
  switch (tone) {
    case Tone::plain:
      break;
    case Tone::strong:
      return "1";
    case Tone::faint:
      return "2";
    case Tone::good:
      return "1;32";
    case Tone::bad:
      return "1;31";
    case Tone::warn:
      return "1;33";
  }
  return "";
}

}  // namespace

std::string shown(std::string_view text, std::size_t letters) {
  return util::shortened(util::printable(text), letters);
}

std::string points(double value) {
  // As a record holds it: a report from stored results reads the same.
  std::string text = fmt::format("{:.2f}", util::rounded(value));
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string counted(int number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::vector<std::string> wrap(std::string_view text, int width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (const std::string& word : util::split(text, ' ')) {
    if (word.empty()) continue;
    std::size_t columns = util::width(word);
    if (used > 0 && used + 1 + columns > static_cast<std::size_t>(std::max(width, 1))) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used += columns + (used > 0 ? 1 : 0);
  }
  return lines;
}

std::string Layout::toned(std::string_view text, Tone tone) const {
  if (!style_.color || tone == Tone::plain || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code(tone), text);
}

void Layout::paragraph(std::string_view text, Tone tone, int indent) {
  for (const std::string& line : wrap(text, style_.width - indent))
    out_ << std::string(static_cast<std::size_t>(indent), ' ') << toned(line, tone) << '\n';
}

void Layout::labelled(const std::string& margin, std::string_view label, Tone tone, int column,
                      std::string_view text) {
  auto space = static_cast<std::size_t>(column);
  std::size_t used = util::width(label);
  std::string head = margin + toned(label, tone);
  bool is_too_long = used >= space;
  if (is_too_long) out_ << head << '\n';
  head = is_too_long ? margin + std::string(space, ' ') : head + std::string(space - used, ' ');
  for (const std::string& line :
       wrap(text, style_.width - static_cast<int>(margin.size()) - column)) {
    out_ << head << line << '\n';
    head = margin + std::string(space, ' ');
  }
}

void Layout::field(std::string_view label, std::string_view text) {
  if (!text.empty()) labelled("  ", label, Tone::faint, kFieldColumn, text);
}

void Layout::row(std::string_view name, std::string_view text, int column) {
  labelled("", name, Tone::plain, column, text);
}

void Layout::item(std::string_view name, std::string_view text, int column) {
  labelled("  ", name, Tone::plain, column, text);
}

void Layout::marked(const std::string& text, Tone tone, int indent) {
  std::string margin;
  for (const std::string& line : wrap(text, style_.width - indent)) {
    out_ << margin;
    for (char c : line) {
      if (c != kBegin && c != kEnd)
        out_ << c;
      else if (style_.color)
        out_ << "\x1b[" << (c == kBegin ? code(tone) : "0") << 'm';
    }
    out_ << '\n';
    margin.assign(static_cast<std::size_t>(indent), ' ');
  }
}

void Layout::rich_paragraph(std::string_view text, int indent) {
  std::string out = util::printable(text);
  bool is_inside = false;
  for (auto star = out.find("**"); star != std::string::npos; star = out.find("**", star)) {
    out.replace(star, 2, 1, is_inside ? kEnd : kBegin);
    is_inside = !is_inside;
  }
  if (is_inside) out += kEnd;
  marked(out, Tone::strong, indent);
}

void Layout::lead(std::string_view label, Tone tone, std::string_view text) {
  marked(fmt::format("{}{}:{} {}", kBegin, label, kEnd, text), tone, 0);
}

}  // namespace report
