#include "checks/prints.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "checks/main_part.hpp"
#include "checks/passages.hpp"
#include "checks/templates.hpp"
#include "checks/wording.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Line;
using model::Role;

// Notices that pass for running text are a step of 10 % smaller than it at least.
constexpr double kSmallType = 0.92;

// Heads of left and right pages, and those of the first. Author blocks have some dozens of lines.
constexpr int kTellingPages = 3;
constexpr std::size_t kMostLines = 200;
constexpr std::size_t kMostOfALine = 200;

// The letters of a page and which line each is of.
struct Letters {
  std::string text;
  std::vector<std::pair<std::size_t, const Line*>> starts;

  Lines lines_of(Span span) const {
    Lines lines;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      std::size_t end = i + 1 < starts.size() ? starts[i + 1].first : text.size();
      if (starts[i].first < span.end && end > span.begin) lines.push_back(starts[i].second);
    }
    return lines;
  }
};

bool is_beside(const Line& line, const model::Measured& measured) {
  switch (line.role) {
    case Role::running_head:
    case Role::notice:
    case Role::margin_note:
    case Role::stamp:
      return true;
    case Role::title:
    case Role::author:
    case Role::footnote:
      return line.page == 1;
    case Role::body:
    case Role::abstract:
    case Role::list_item:
    case Role::reference:
      return line.page == 1 && measured.body && line.size < kSmallType * measured.body->size;
    default:
      return false;
  }
}

Letters read(const model::Measured& measured, int page, Where where, bool with_stars) {
  Letters letters;
  for (const Line& line : lines_on(measured, page)) {
    bool is_apart = line.role == Role::ruler || line.role == Role::page_number;
    if (!line.visible || is_apart) continue;
    bool is_read = where == Where::beside
                       ? is_beside(line, measured)
                       : class_of(line, measured) != "references" || is_beside(line, measured);
    if (!is_read) continue;
    letters.starts.emplace_back(letters.text.size(), &line);
    letters.text += with_stars ? starred_letters(line.text) : squeezed(line.text);
  }
  return letters;
}

bool has_star(const model::Measured& measured, int page) {
  auto lines = lines_on(measured, page);
  return std::any_of(lines.begin(), lines.end(),
                     [](const Line& line) { return line.text.find('*') != std::string::npos; });
}

std::string group(const re2::RE2& pattern, const std::vector<re2::StringPiece>& groups,
                  const std::string& name) {
  auto found = pattern.NamedCapturingGroups().find(name);
  if (found == pattern.NamedCapturingGroups().end()) return "";
  const re2::StringPiece& piece = groups[static_cast<std::size_t>(found->second)];
  return std::string(piece.data(), piece.size());
}

Print print_at(const Letters& letters, Span span) {
  Print print;
  print.letters = span;
  print.lines = letters.lines_of(print.letters);
  for (const Line* line : print.lines)
    print.text += (print.text.empty() ? "" : " ") + std::string(util::trim(line->text));
  return print;
}

Print print_at(const Letters& letters, const re2::RE2& pattern,
               const std::vector<re2::StringPiece>& groups) {
  auto begin = static_cast<std::size_t>(groups[0].data() - letters.text.data());
  Print print = print_at(letters, {begin, begin + groups[0].size()});
  print.year = group(pattern, groups, "year");
  print.ordinal = group(pattern, groups, "ordinal");
  return print;
}

// Few templates stand anywhere in a paper, so an expression is compiled where its letters were
// seen.
class Search {
 public:
  explicit Search(Template wanted) : wanted_(std::move(wanted)) {}

  bool has_stars() const { return wanted_.has_stars; }

  std::vector<Print> find_all(const Letters& letters) {
    if (wanted_.pieces.empty() || letters.text.find(wanted_.anchor) == std::string::npos) return {};
    return wanted_.is_plain ? find_spellings(letters) : find_by_expression(letters);
  }

 private:
  std::vector<Print> find_by_expression(const Letters& letters) {
    std::vector<Print> found;
    if (!pattern_) pattern_ = std::make_unique<re2::RE2>(wanted_.expression(), re2::RE2::Quiet);
    if (!pattern_->ok()) return found;
    std::vector<re2::StringPiece> groups(
        static_cast<std::size_t>(pattern_->NumberOfCapturingGroups()) + 1);
    for (std::size_t at = 0;
         at < letters.text.size() &&
         pattern_->Match(letters.text, at, letters.text.size(), re2::RE2::UNANCHORED, groups.data(),
                         static_cast<int>(groups.size()));) {
      found.push_back(print_at(letters, *pattern_, groups));
      at = std::max(found.back().letters.end, at + 1);
    }
    return found;
  }

  std::vector<Print> find_spellings(const Letters& letters) const {
    std::vector<Print> found;
    const std::string& text = letters.text;
    const std::string& first = wanted_.pieces.front().letters;
    for (auto at = text.find(first); at < text.size();) {
      auto spelling = spelled_at(wanted_, text, at);
      if (spelling) {
        found.push_back(print_at(letters, {at, spelling->end}));
        found.back().year = spelling->year;
        found.back().ordinal = spelling->ordinal;
      }
      at = text.find(first, spelling ? spelling->end : at + 1);
    }
    return found;
  }

  Template wanted_;
  std::unique_ptr<re2::RE2> pattern_;
};

}  // namespace

std::vector<Print> find_prints(const model::Measured& measured,
                               const std::vector<std::string>& templates, Where where) {
  std::vector<Search> searches;
  for (const std::string& text : templates) searches.emplace_back(parse_template(text));
  bool has_stars = std::any_of(searches.begin(), searches.end(),
                               [](const Search& search) { return search.has_stars(); });
  std::vector<Print> found;
  for (int page = 1; page <= measured.pages && !searches.empty(); ++page) {
    Letters plain = read(measured, page, where, false);
    bool shows_stars = has_stars && has_star(measured, page);
    Letters with_stars = shows_stars ? read(measured, page, where, true) : Letters();
    for (std::size_t i = 0; i < searches.size(); ++i) {
      for (Print& print : searches[i].find_all(searches[i].has_stars() ? with_stars : plain)) {
        if (print.lines.empty()) continue;
        print.of = i;
        found.push_back(std::move(print));
      }
    }
  }
  return found;
}

std::optional<Print> find_print(std::string_view text, const std::string& wanted) {
  std::vector<Print> found = Search(parse_template(wanted)).find_all({squeezed(text), {}});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<std::string> letters_beside(const model::Measured& measured) {
  std::vector<std::string> all;
  for (int page = 1; page <= std::min(measured.pages, kTellingPages); ++page)
    for (const Line& line : lines_on(measured, page)) {
      if (!line.visible || !is_beside(line, measured)) continue;
      std::string letters = squeezed(line.text);
      bool is_kept = !letters.empty() && letters.size() <= kMostOfALine &&
                     std::find(all.begin(), all.end(), letters) == all.end();
      if (is_kept && all.size() < kMostLines) all.push_back(std::move(letters));
    }
  return all;
}

std::vector<Print> apart_from(const std::vector<Print>& prints, const std::vector<Print>& others) {
  std::vector<Print> apart;
  std::copy_if(prints.begin(), prints.end(), std::back_inserter(apart), [&](const Print& print) {
    return std::none_of(others.begin(), others.end(), [&](const Print& other) {
      return other.lines.front()->page == print.lines.front()->page &&
             other.letters.begin <= print.letters.begin && other.letters.end >= print.letters.end;
    });
  });
  return apart;
}

void show_at(model::Finding& finding, const Print& print) {
  finding.page = print.lines.front()->page;
  model::Box box = print.lines.front()->box;
  for (const Line* line : print.lines) {
    box.left = std::min(box.left, line->box.left);
    box.top = std::min(box.top, line->box.top);
    box.right = std::max(box.right, line->box.right);
    box.bottom = std::max(box.bottom, line->box.bottom);
  }
  finding.box = box;
  finding.evidence = quoted_line(print.text);
}

std::vector<int> pages_of(const std::vector<Print>& prints) {
  Lines lines;
  for (const Print& print : prints) lines.push_back(print.lines.front());
  return pages_of(lines);
}

bool page_says_any(const model::Paper& paper, int page, const std::vector<std::string>& texts) {
  std::string text;
  for (const Line& line : lines_on(paper.measured, page))
    if (line.visible) text += line.text + "\n";
  auto has_one = [&](const Squeezed& letters) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& wanted) { return letters.has(wanted); });
  };
  if (has_one(Squeezed(text))) return true;
  auto index = static_cast<std::size_t>(page - 1);
  if (index < paper.document.pages.size()) text += util::to_utf8(paper.document.pages[index].text);
  Squeezed all(text);
  return all.empty() || has_one(all);
}

std::string unless_templates(const model::Value& value) {
  const auto* texts = std::get_if<std::vector<std::string>>(&value);
  if (!texts) return "";
  for (const std::string& text : *texts) {
    const Template parsed = parse_template(text);
    if (!parsed.unknown.empty())
      return fmt::format("{{{}}} is none of {{year}}, {{ordinal}}, {{number}} and {{words}}",
                         parsed.unknown);
    if (parsed.pieces.empty()) return fmt::format("\"{}\" has no letters", text);
  }
  return "";
}

std::string unless_editions(const model::Value& value) {
  std::string objection = unless_templates(value);
  const auto* texts = std::get_if<std::vector<std::string>>(&value);
  if (!objection.empty() || !texts) return objection;
  for (const std::string& text : *texts)
    if (text.find("{year}") == std::string::npos && text.find("{ordinal}") == std::string::npos)
      return fmt::format("\"{}\" has neither {{year}} nor {{ordinal}}", text);
  return "";
}

}  // namespace checks
