#include "checks/people.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "checks/addresses.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Line;
using model::Role;

constexpr std::array<std::string_view, 19> kParticles = {
    "de", "da", "di",  "do",  "dos", "del", "della", "der", "den", "du",
    "la", "le", "van", "von", "zu",  "bin", "ibn",   "el",  "al"};

enum class Word { name, initial, particle, number, other };

// Marks of footnotes and affiliations are glued to names: "Doe1,2∗".
std::string without_marks(const std::string& word) {
  static const re2::RE2 kMarks(R"(([\p{L}.])[0-9∗*†‡§¶,;:()\[\]^]+$)");
  std::string out = word;
  re2::RE2::Replace(&out, kMarks, R"(\1)");
  return out;
}

Word kind_of(const std::string& word) {
  static const re2::RE2 kName(R"(\p{Lu}[\p{L}\p{M}'’-]+)");
  static const re2::RE2 kInitial(R"((?:\p{Lu}\.-?)+)");
  static const re2::RE2 kNumber(R"([#(]*[0-9][0-9,.:/-]+[)]?)");
  std::string bare = without_marks(word);
  if (re2::RE2::FullMatch(bare, kInitial)) return Word::initial;
  if (re2::RE2::FullMatch(bare, kName)) return Word::name;
  if (re2::RE2::FullMatch(bare, kNumber)) return Word::number;
  bool is_particle = std::find(kParticles.begin(), kParticles.end(), bare) != kParticles.end();
  return is_particle ? Word::particle : Word::other;
}

// "Paper ID 1234" has a number of its own, as names have not.
bool looks_like_name(std::string_view text) {
  int names = 0, run = 0;
  bool found = false;
  for (const std::string& word : util::split(text, ' ')) {
    if (word.empty()) continue;
    Word kind = kind_of(word);
    if (kind == Word::number) return false;
    if (kind == Word::particle && run > 0) continue;
    bool is_part = kind == Word::name || kind == Word::initial;
    run = is_part ? run + 1 : 0;
    names = is_part ? names + (kind == Word::name) : 0;
    found = found || (run >= 2 && names >= 1);
  }
  return found;
}

bool begins_a_word(std::string_view text, const std::vector<std::string>& beginnings) {
  std::string folded = " " + util::fold(text);
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& beginning) {
    return folded.find(" " + util::fold(beginning)) != std::string::npos;
  });
}

bool has_letters(std::string_view text) {
  const std::string squeezed = Squeezed(text).text();
  return std::count_if(squeezed.begin(), squeezed.end(),
                       [](char c) { return c < '0' || c > '9'; }) > 1;
}

// A second line of the title, taken for authors because it stands below the first.
bool is_as_large_as_title(const Line& line, const model::TypeSizes& sizes) {
  return sizes.title && line.size > 0 && line.size >= *sizes.title - 0.1;
}

}  // namespace

AuthorBlock read_author_block(const model::Measured& measured) {
  AuthorBlock block;
  for (const Line& line : measured.lines) {
    if (line.page != 1) continue;
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
    while (auto span = Squeezed(text).find(phrase)) {
      blank_out(text, *span);
      any = true;
    }
  }
  return any;
}

std::string close_up(std::string_view lines) {
  std::string out;
  for (const std::string& line : util::split(lines, '\n'))
    for (const std::string& word : util::split(line, ' '))
      if (!Squeezed(word).empty()) out += (out.empty() ? "" : " ") + word;
  return out;
}

People find_people(std::string_view lines, const std::vector<std::string>& institutions) {
  People people;
  std::string parts(lines);
  std::replace_if(
      parts.begin(), parts.end(), [](char c) { return c == ',' || c == ';'; }, '\n');
  for (const std::string& part : util::split(parts, '\n')) {
    bool is_institution = begins_a_word(part, institutions);
    people.institutions = people.institutions || is_institution;
    people.names = people.names || (!is_institution && looks_like_name(part));
    people.letters = people.letters || has_letters(part);
  }
  return people;
}

}  // namespace checks
