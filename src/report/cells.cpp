#include "report/cells.hpp"

#include <algorithm>
#include <array>

#include "util/text.hpp"

namespace report {
namespace {

// The four signs that begin a formula, also as wide letters, which some spreadsheets take for the
// same; white space, behind which they are still found; the apostrophe that disarms them; and what
// begins a command where a row is printed into the log of a build.
constexpr std::array<std::string_view, 15> kDisarmed = {
    "=",  "+",  "-",  "@", "\uff1d", "\uff0b", "\uff0d", "\uff20",
    "\t", "\r", "\n", " ", "'",      "::",     "##"};

bool is_disarmed(std::string_view text) {
  return std::any_of(kDisarmed.begin(), kDisarmed.end(),
                     [&](std::string_view sign) { return text.starts_with(sign); });
}

}  // namespace

std::string cell(std::string_view text) {
  std::string out = is_disarmed(text) ? "'" : "";
  bool is_first = true;
  for (const std::string& line : util::split(text, '\n')) {
    if (!is_first) out += '\n';
    is_first = false;
    out += util::printable(line);
  }
  if (out.find_first_of("\",\n") == std::string::npos) return out;
  std::string quoted = "\"";
  for (char c : out) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

void Rows::add(std::initializer_list<std::string_view> texts, std::string_view last) {
  std::string_view before;
  for (std::string_view text : texts) {
    std::string line(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    out_ << before << cell(line);
    before = ",";
  }
  if (!last.empty()) out_ << before << cell(last);
  out_ << end_;
}

}  // namespace report
