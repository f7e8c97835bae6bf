// Rows of CSV (RFC 4180) that a spreadsheet shows and does not run.
#pragma once

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

namespace report {

// Fit for a terminal but for new lines, quoted where that is needed. Text that a spreadsheet might
// take for a formula, or that begins with an apostrophe, gets an apostrophe before it: whoever
// takes one away from each cell that begins with it has what was written.
std::string cell(std::string_view text);

class Rows {
 public:
  explicit Rows(std::ostream& out, std::string_view end = "\r\n") : out_(out), end_(end) {}
  // New lines stay in the last cell, which is of our own text, where it is given apart.
  void add(std::initializer_list<std::string_view> texts, std::string_view last = {});

 private:
  std::ostream& out_;
  std::string_view end_;
};

}  // namespace report
