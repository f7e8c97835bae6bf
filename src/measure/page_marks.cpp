#include "measure/page_marks.hpp"

#include <map>
#include <string>
#include <tuple>

#include "measure/wording.hpp"

namespace measure {
namespace {

using model::Role;

bool is_mark(const model::Line& line) {
  return line.visible && !line.text.empty() &&
         (line.role == Role::running_head || line.role == Role::page_number ||
          line.role == Role::notice || line.role == Role::margin_note);
}

bool is_at_top(const model::Line& line, const model::Document& document) {
  auto page = static_cast<std::size_t>(line.page - 1);
  return page < document.pages.size() && line.box.middle_y() < document.pages[page].size.height / 2;
}

}  // namespace

std::vector<model::PageMark> page_marks(const model::Paper& paper) {
  std::vector<model::PageMark> marks;
  struct Seen {
    std::size_t mark = 0;
    int last_page = 0;
  };
  std::map<std::tuple<Role, bool, std::string>, Seen> seen;
  for (const model::Line& line : paper.measured.lines) {
    if (!is_mark(line)) continue;
    bool at_top = is_at_top(line, paper.document);
    std::string words = line.role == Role::page_number ? "" : without_digits(line.text);
    auto [found, is_new] = seen.try_emplace({line.role, at_top, words}, Seen{marks.size(), 0});
    if (is_new) marks.push_back({line.role, line.text, at_top, line.page, 0});
    Seen& before = found->second;
    if (before.last_page != line.page) ++marks[before.mark].pages;
    before.last_page = line.page;
  }
  return marks;
}

}  // namespace measure
