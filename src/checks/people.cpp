#include "checks/people.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "checks/addresses.hpp"
#include "checks/passages.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Line;
using model::Role;

constexpr std::array<std::string_view, 19> kParticles = {
    "de", "da", "di",  "do",  "dos", "del", "della", "der", "den", "du",
    "la", "le", "van", "von", "zu",  "bin", "ibn",   "el",  "al"};

// One may be a title's; a list of authors has several.
constexpr int kFewestSureNames = 2;
// A block of authors with more has names and places in capitals.
constexpr int kMostWordsOfAuthors = 30;

enum class Word { name, initial, particle, mark, number, other };

// Written out: expressions with classes of Unicode take longer to compile than a paper to judge.
bool is_mark(char32_t c) {
  return std::u32string_view(U"∗*†‡§¶⋆⋄♮♯♠♦♣♥").find(c) != std::u32string_view::npos;
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

// Marks of footnotes and affiliations are glued to names: "Doe1,2∗".
std::u32string without_marks(const std::u32string& word) {
  auto is_glued = [](char32_t c) {
    return is_digit(c) || is_mark(c) ||
           std::u32string_view(U",;:()[]^").find(c) != std::u32string_view::npos;
  };
  auto last = std::find_if_not(word.rbegin(), word.rend(), is_glued);
  bool is_name = last != word.rend() && (*last == U'.' || util::is_letter(*last));
  return is_name ? std::u32string(word.begin(), last.base()) : word;
}

// "J.", "J.-P."
bool is_initial(std::u32string_view word) {
  while (word.size() >= 2 && util::is_capital(word[0]) && word[1] == U'.') {
    word.remove_prefix(2);
    if (word.starts_with(U'-')) word.remove_prefix(1);
    if (word.empty()) return true;
  }
  return false;
}

bool is_name(std::u32string_view word) {
  auto is_part = [](char32_t c) {
    return util::is_letter(c) || util::is_combining(c) || c == U'\'' || c == U'’' || c == U'-';
  };
  return word.size() >= 2 && util::is_capital(word[0]) &&
         std::all_of(word.begin() + 1, word.end(), is_part);
}

bool is_footnote_mark(std::u32string_view word) {
  if (word.empty()) return false;
  return (word.size() <= 2 && std::all_of(word.begin(), word.end(), is_digit)) ||
         std::all_of(word.begin(), word.end(), is_mark);
}

Word kind_of(const std::u32string& word) {
  static const re2::RE2 kNumber(R"([#(]*[0-9][0-9.:/-]+[)]?)");
  if (is_initial(word)) return Word::initial;
  if (is_name(word)) return Word::name;
  if (is_footnote_mark(word)) return Word::mark;
  std::string bare = util::to_utf8(word);
  if (re2::RE2::FullMatch(bare, kNumber)) return Word::number;
  bool is_particle = std::find(kParticles.begin(), kParticles.end(), bare) != kParticles.end();
  return is_particle ? Word::particle : Word::other;
}

// Counts runs of two or more words in capitals; those with an initial or a mark are no title.
class NameCounter {
 public:
  // Of a part without commas. "Paper ID 1234" has a number of its own, as names have not.
  void count(std::string_view text) {
    NameCounter part;
    for (const std::string& word : util::split(text, ' ')) {
      if (word.empty()) continue;
      if (!part.take(word)) return;
    }
    part.end_run(false);
    names += part.names;
    sure += part.sure;
  }

  int names = 0;
  int sure = 0;

 private:
  bool take(const std::string& text) {
    std::u32string word = util::to_utf32(text);
    std::u32string bare = without_marks(word);
    Word kind = kind_of(bare);
    if (kind == Word::number) return false;
    if (kind == Word::particle && words_ > 0) return true;
    if (kind == Word::name) ++words_;
    if (kind == Word::initial) ++initials_;
    bool is_part = kind == Word::name || kind == Word::initial;
    bool is_marked = kind == Word::mark || bare != word;
    if (!is_part || is_marked) end_run(is_marked);
    return true;
  }

  void end_run(bool is_marked) {
    if (words_ >= 1 && words_ + initials_ >= 2) {
      ++names;
      if (initials_ > 0 || is_marked) ++sure;
    }
    words_ = initials_ = 0;
  }

  int words_ = 0;  // of the run, written out
  int initials_ = 0;
};

bool begins_a_word(std::string_view text, const std::vector<std::string>& beginnings) {
  std::string folded = " " + util::fold(text);
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& beginning) {
    return folded.find(" " + util::fold(beginning)) != std::string::npos;
  });
}

bool has_letters(std::string_view text) {
  const std::string letters = squeezed(text);
  return std::count_if(letters.begin(), letters.end(), [](char c) { return c < '0' || c > '9'; }) >
         1;
}

// A second line of the title, taken for authors because it stands below the first.
bool is_as_large_as_title(const Line& line, const model::TypeSizes& sizes) {
  return sizes.title && line.size > 0 && line.size >= *sizes.title - 0.1;
}

}  // namespace

AuthorBlock read_author_block(const model::Measured& measured) {
  AuthorBlock block;
  for (const Line& line : lines_on(measured, 1)) {
    block.has_title = block.has_title || line.role == Role::title;
    if (line.role != Role::author || is_as_large_as_title(line, measured.sizes)) continue;
    block.box = block.left_over.empty() ? line.box : block.box.joined(line.box);
    block.left_over += line.text + "\n";
  }
  block.left_over = close_up_addresses(block.left_over);
  return block;
}

void blank_out(std::string& text, Span span) {
  for (std::size_t i = span.begin; i < std::min(span.end, text.size()); ++i)
    if (text[i] != '\n') text[i] = ' ';
}

bool blank_out(std::string& text, std::vector<std::string> phrases) {
  std::stable_sort(phrases.begin(), phrases.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  bool any = false;
  for (const std::string& phrase : phrases) {
    for (Span span : Squeezed(text).find_all(phrase)) {
      blank_out(text, span);
      any = true;
    }
  }
  return any;
}

std::string close_up(std::string_view lines) {
  std::string out;
  for (const std::string& line : util::split(lines, '\n'))
    for (const std::string& word : util::split(line, ' '))
      if (!squeezed(word).empty()) out += (out.empty() ? "" : " ") + word;
  return out;
}

People find_people(std::string_view lines, const std::vector<std::string>& institutions) {
  People people;
  NameCounter counter;
  std::string parts(lines);
  std::replace_if(
      parts.begin(), parts.end(), [](char c) { return c == ',' || c == ';'; }, '\n');
  for (const std::string& part : util::split(parts, '\n')) {
    people.letters = people.letters || has_letters(part);
    if (begins_a_word(part, institutions))
      people.institutions = true;
    else
      counter.count(part);
  }
  people.names = counter.names > 0;
  people.authors = counter.sure >= kFewestSureNames;
  return people;
}

bool is_prose(std::string_view lines) {
  int words = 0, small = 0;
  for (const std::string& word : util::split(close_up(lines), ' ')) {
    if (word.empty()) continue;
    ++words;
    small += std::islower(static_cast<unsigned char>(word.front())) ? 1 : 0;
  }
  return words > kMostWordsOfAuthors && 2 * small > words;
}

}  // namespace checks
