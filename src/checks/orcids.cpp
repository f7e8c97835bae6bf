#include "checks/orcids.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "checks/links.hpp"
#include "checks/passages.hpp"
#include "model/role.hpp"

namespace checks {
namespace {

using model::Line;
using model::Role;

constexpr std::size_t kDigits = 16;
constexpr std::size_t kMostLinksOfAPage = 1000;

// With the X that stands for ten at the end.
std::string digits_of(std::string_view id) {
  std::string digits;
  for (char c : id)
    if (std::isdigit(static_cast<unsigned char>(c)) || c == 'X' || c == 'x')
      digits += c == 'x' ? 'X' : c;
  return digits;
}

std::string with_hyphens(const std::string& digits) {
  std::string id;
  for (std::size_t i = 0; i < digits.size(); i += 4) id += (i > 0 ? "-" : "") + digits.substr(i, 4);
  return id;
}

// Whether as many digits as an ORCID has before its last sign stand in a row, with nothing but
// blanks, hyphens and dashes between.
bool may_have_orcid(std::string_view text) {
  std::size_t digits = 0;
  for (char c : text) {
    bool is_between = c == '-' || c == ' ' || (c >= '\t' && c <= '\r') || (c & 0x80) != 0;
    if (c >= '0' && c <= '9') {
      if (++digits == kDigits - 1) return true;
    } else if (!is_between) {
      digits = 0;
    }
  }
  return false;
}

class Watcher {
 public:
  explicit Watcher(const model::Paper& paper) : paper_(paper) {}

  void look_at(const Passage& passage) {
    if (!may_have_orcid(passage.text)) return;  // nor does a line of it
    for (const Passage::Piece& piece : passage.pieces)
      for (const std::string& id : find_orcids(piece.line->text))
        add(id, piece.line->page, piece.line->box, piece.line);
    for (const std::string& id : find_orcids(passage.text))
      add(id, passage.first().page, passage.first().box, &passage.first());
  }

  void look_at(const model::Link& link, int page) {
    if (link.uri.find("orcid.org/") == std::string::npos) return;
    for (const std::string& id : find_orcids(link.uri))
      add(id, page, link.box, line_under(paper_.measured, page, link.box));
  }

  std::vector<OrcidSighting> take() { return std::move(seen_); }

 private:
  void add(const std::string& id, int page, const model::Box& box, const Line* line) {
    if (in_references(paper_.measured, line, page, box).value_or(false)) return;
    bool is_known = std::any_of(seen_.begin(), seen_.end(),
                                [&](const OrcidSighting& it) { return it.id == id; });
    if (is_known) return;
    bool is_note = line && (line->role == Role::author || line->role == Role::footnote);
    seen_.push_back({id, page, box, page == 1 || is_note});
  }

  const model::Paper& paper_;
  std::vector<OrcidSighting> seen_;
};

}  // namespace

bool is_orcid(std::string_view id) {
  std::string digits = digits_of(id);
  if (digits.size() != kDigits || digits.find('X') < kDigits - 1) return false;
  int total = 0;
  for (std::size_t i = 0; i + 1 < kDigits; ++i) total = (total + digits[i] - '0') * 2;
  int last = (12 - total % 11) % 11;
  return digits.back() == (last == 10 ? 'X' : static_cast<char>('0' + last));
}

std::vector<std::string> find_orcids(std::string_view text) {
  if (!may_have_orcid(text)) return {};
  static const re2::RE2 kPattern(
      // The mark of a footnote is glued to what follows it, and formulas turn hyphens into minus
      // signs.
      R"((?:^[0-9]{0,2}|[^0-9-])([0-9]{4}\s?[-–−‐]\s?[0-9]{4}\s?[-–−‐]\s?[0-9]{4}\s?[-–−‐]\s?[0-9]{3}[0-9Xx])(?:[^0-9-]|$))");
  std::vector<std::string> found;
  re2::StringPiece rest(text.data(), text.size());
  for (std::string match; re2::RE2::FindAndConsume(&rest, kPattern, &match);)
    if (is_orcid(match)) found.push_back(with_hyphens(digits_of(match)));
  return found;
}

std::vector<OrcidSighting> see_orcids(const model::Paper& paper) {
  Watcher watcher(paper);
  for (const Passage& passage : passages(paper)) watcher.look_at(passage);
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i) {
    const auto& links = paper.document.pages[i].links;
    for (std::size_t j = 0; j < std::min(links.size(), kMostLinksOfAPage); ++j)
      watcher.look_at(links[j], static_cast<int>(i) + 1);
  }
  return watcher.take();
}

}  // namespace checks
