#include "model/known_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "util/text.hpp"

namespace model {
namespace {

using util::Gap;
using util::SpelledWord;
using util::Spelling;
using Words = std::vector<SpelledWord>;

// The largest collaborations have some 3,000 authors.
constexpr std::size_t kMostPeople = 5'000;
constexpr std::size_t kLongestName = 300;
// Shorter ones are words of many languages, and parts of many words.
constexpr std::size_t kShortestAccount = 4;
// Pieces into which hyphens and small capitals break a name.
constexpr std::size_t kMostPieces = 4;
// Words before a family name that may belong to it: given names, initials and particles.
constexpr std::size_t kMostBefore = 5;

bool is_plain(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

// Letters and digits: "Jane-Doe_2" is the account janedoe2.
std::string bare_account(std::string_view part) {
  std::string out;
  for (char32_t c : util::to_utf32(part)) {
    if (c >= U'0' && c <= U'9') out += static_cast<char>(c);
    out += util::spelled(c, Spelling::bare);
  }
  return out;
}

// "Dr.", "Jr.": not "J."
bool is_abbreviation(const SpelledWord& word) {
  return word.gap == Gap::dot && word.letters.size() > 1;
}

// Given name first, without titles and what stands in brackets.
std::string in_order(std::string_view name) {
  name = name.substr(0, std::min(kLongestName, name.find('(')));
  auto comma = name.find(',');
  if (comma == std::string_view::npos) return std::string(name);
  return std::string(name.substr(comma + 1)) + " " + std::string(name.substr(0, comma));
}

struct Unit {
  std::string letters;
  bool is_compound = false;
  bool is_capital = false;
};

std::vector<Unit> units_of(std::string_view name, Spelling spelling) {
  std::vector<Unit> units;
  bool goes_on = false;
  for (const SpelledWord& word : util::spelled_words(in_order(name), spelling)) {
    if (!goes_on && is_abbreviation(word)) continue;
    if (goes_on) {
      units.back().letters += word.letters;
      units.back().is_compound = true;
    } else {
      units.push_back({word.letters, false, word.is_capital});
    }
    goes_on = word.gap == Gap::hyphen;
  }
  return units;
}

// Signs of scripts whose names are written without blanks.
bool has_no_blanks(std::string_view name) {
  std::u32string letters = util::to_utf32(name);
  return letters.size() >= 2 &&
         std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c >= 0x2e80; });
}

void keep_outermost(std::vector<Mention>& found) {
  std::sort(found.begin(), found.end(), [](const Mention& a, const Mention& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Mention> kept;
  for (const Mention& each : found)
    if (kept.empty() || each.begin >= kept.back().end) kept.push_back(each);
  found = std::move(kept);
}

// Where an affiliation ends that begins at a word; its words may be broken at the ends of lines.
std::optional<std::size_t> last_of(const Words& wanted, const Words& words, std::size_t at) {
  // "IT" and "it": an acronym is no word.
  if (wanted.size() == 1 && wanted[0].is_upper && !words[at].is_upper) return std::nullopt;
  for (const SpelledWord& word : wanted) {
    if (at == words.size()) return std::nullopt;
    bool is_broken = at + 1 < words.size() && words[at].gap == Gap::hyphen &&
                     words[at].letters + words[at + 1].letters == word.letters;
    if (!is_broken && words[at].letters != word.letters) return std::nullopt;
    at += is_broken ? 2 : 1;
  }
  return at - 1;
}

}  // namespace

// Reads names in the words of one text.
struct KnownNames::Reader {
  const Name& name;
  const Words& words;
  Wording wording;

  bool can_begin(std::size_t at) const { return wording == Wording::label || words[at].is_capital; }

  // The unit before `limit` that the words up to `last` are, as the number of words; 0: none.
  std::size_t unit_before(std::size_t last, std::size_t limit) const {
    std::string letters;
    for (std::size_t count = 1; count <= kMostPieces && count <= last + 1; ++count) {
      const SpelledWord& word = words[last + 1 - count];
      if (count > 1 && word.gap != Gap::space && word.gap != Gap::hyphen) return 0;
      letters.insert(0, word.letters);
      for (std::size_t i = 0; i < limit; ++i)
        if (name.units[i] == letters && letters.size() > 1 && can_begin(last + 1 - count))
          return count;
    }
    return 0;
  }

  bool is_initial(std::size_t at, std::size_t limit) const {
    const SpelledWord& word = words[at];
    if (word.letters.size() != 1 || !can_begin(at)) return false;
    return std::any_of(name.units.begin(), name.units.begin() + static_cast<std::ptrdiff_t>(limit),
                       [&](const std::string& unit) { return unit[0] == word.letters[0]; });
  }

  // "A Long" and "I Young" begin sentences; other single letters stand for names.
  static bool may_lack_dot(const SpelledWord& word) {
    return word.letters != "a" && word.letters != "i" && word.is_capital;
  }

  // Where the name begins whose unit begins at `at`; that place itself where no given name is
  // before it. `contradicts` where another initial is.
  std::size_t begin_before(std::size_t at, std::size_t limit, bool& contradicts) const {
    std::size_t begin = at;
    bool only_initials = true;
    std::size_t first = at;
    for (std::size_t steps = 0; steps < kMostBefore && first > 0; ++steps) {
      const SpelledWord& before = words[first - 1];
      if (before.gap != Gap::space && before.gap != Gap::dot && before.gap != Gap::hyphen) break;
      if (std::size_t count = unit_before(first - 1, limit)) {
        begin = first -= count;
        only_initials = false;
        continue;
      }
      bool is_single = before.letters.size() == 1;
      bool is_particle = !before.is_capital && before.letters.size() <= 3 && !is_single;
      if (is_single && before.is_capital) {
        bool is_enough = before.gap != Gap::space || may_lack_dot(before);
        if (is_enough && is_initial(first - 1, limit)) begin = first - 1;
      } else if (!is_particle) {
        break;
      }
      --first;
    }
    // "K. Doe, A. Smith": what follows belongs to the next one.
    contradicts = begin == at && first < at && only_initials;
    return begin;
  }

  // "Doe, Jane", "Doe Jane", "Doe, J. Q.".
  std::size_t end_behind(std::size_t end, std::size_t limit) const {
    if (end >= words.size()) return end;
    Gap gap = words[end - 1].gap;
    if (gap != Gap::space && gap != Gap::comma) return end;
    for (std::size_t count = 1; count <= kMostPieces && end + count <= words.size(); ++count)
      if (unit_before(end + count - 1, limit) == count) return end + count;
    // An initial behind a name has a dot or ends the list: "Doe J, Roe R", not "Long A sequences".
    bool is_set_off =
        words[end].gap == Gap::dot || (gap == Gap::space && words[end].gap != Gap::space);
    bool is_named = is_initial(end, limit) && is_set_off && may_lack_dot(words[end]);
    if (is_initial(end, limit) && gap == Gap::comma && words[end].gap == Gap::dot) is_named = true;
    return is_named ? end + 1 : end;
  }
};

KnownNames::KnownNames(const Identities& identities) : is_empty_(identities.empty()) {
  auto few = [](const std::vector<std::string>& all) {
    return std::vector<std::string>(
        all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), kMostPeople)));
  };
  for (const std::string& name : few(identities.names)) {
    if (has_no_blanks(name)) {
      signs_.push_back(name);
      continue;
    }
    add_name(name, Spelling::bare);
    add_name(name, Spelling::expanded);
  }
  for (const std::string& email : few(identities.emails)) {
    auto at = email.find('@');
    if (at == std::string::npos || at == 0) continue;
    emails_.push_back(lower(util::trim(email)));
    accounts_.emplace(bare_account(email.substr(0, at)), Account::initial);
  }
  for (const std::string& handle : few(identities.handles)) {
    std::string_view bare = util::trim(handle);
    while (bare.starts_with('@') || bare.starts_with('~')) bare.remove_prefix(1);
    if (bare.size() < 2) continue;
    handles_.push_back(lower(bare));
    accounts_[bare_account(bare)] = Account::known;
  }
  for (const std::string& affiliation : few(identities.affiliations)) {
    for (Spelling spelling : {Spelling::bare, Spelling::expanded}) {
      Words words = util::spelled_words(affiliation, spelling);
      if (words.empty() || (words.size() == 1 && words[0].letters.size() < 3)) continue;
      affiliations_by_word_[words[0].letters].push_back(affiliations_.size());
      affiliations_.push_back(std::move(words));
    }
  }
}

// Any unit but the first may be what a name is found by: which one is the family name depends on
// the language, and given names are read around it.
void KnownNames::add_name(const std::string& text, Spelling spelling) {
  std::vector<Unit> units = units_of(text, spelling);
  if (units.empty()) return;
  Name name;
  std::string initials, short_initials;
  for (const Unit& unit : units) {
    name.units.push_back(unit.letters);
    if (unit.letters.size() > 1 && unit.is_capital) parts_.insert(unit.letters);
    if (unit.is_capital) initials += unit.letters[0];
  }
  name.family = units.size() - 1;
  if (initials.size() >= 2) initials_.insert({initials, {initials.front(), initials.back()}});
  for (std::size_t i = 1; i < units.size(); ++i)
    if (units[i].letters.size() > 1 && units[i].is_capital)
      anchors_[units[i].letters].push_back({names_.size(), i, units[i].is_compound});
  if (name.units[name.family].size() > 1) families_.insert(name.units[name.family]);
  if (name.units.size() > 1) add_accounts(name);
  names_.push_back(std::move(name));
}

// What log-ins are made of: "janedoe", "jdoe", "jqdoe", "doej", "janed", and the family name alone.
void KnownNames::add_accounts(const Name& name) {
  const std::string &given = name.units.front(), &family = name.units.back();
  auto add = [&](const std::string& account, Account kind) {
    if (account.size() >= kShortestAccount) accounts_.emplace(account, kind);
  };
  std::string initial(1, given[0]), initials;
  for (std::size_t i = 0; i + 1 < name.units.size(); ++i) initials += name.units[i][0];
  add(given + family, Account::full);
  add(family + given, Account::full);
  for (const std::string& before : {initial, initials}) {
    add(before + family, Account::initial);
    add(family + before, Account::initial);
  }
  add(given + family[0], Account::initial);
  add(family, Account::family);
}

// From each word that is a unit, a given name or an initial is looked for before it and then behind
// it: alone the unit says nothing.
void KnownNames::find_names(const Words& words, Wording wording,
                            std::vector<Mention>& found) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (wording == Wording::prose && !words[i].is_capital) continue;
    std::string letters;
    bool has_blank = false, is_small_capitals = words[i].letters.size() == 1;
    for (std::size_t count = 1; count <= kMostPieces && i + count <= words.size(); ++count) {
      const SpelledWord& word = words[i + count - 1];
      if (count > 1) {
        Gap gap = words[i + count - 2].gap;
        if (gap != Gap::space && gap != Gap::hyphen) break;
        has_blank = has_blank || gap == Gap::space;
        is_small_capitals = is_small_capitals && word.is_upper;
      }
      letters += word.letters;
      auto anchors = anchors_.find(letters);
      if (anchors == anchors_.end()) continue;
      for (const Anchor& anchor : anchors->second) {
        if (has_blank && !anchor.is_compound && !is_small_capitals) continue;
        Reader reader{names_[anchor.name], words, wording};
        bool contradicts = false;
        std::size_t begin = reader.begin_before(i, anchor.unit, contradicts), end = i + count;
        if (begin == i && !contradicts) end = reader.end_behind(end, anchor.unit);
        if (begin < i || end > i + count)
          found.push_back({words[begin].begin, words[end - 1].end, Sign::name});
      }
    }
  }
}

void KnownNames::find_affiliations(const Words& words, std::vector<Mention>& found) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].is_capital) continue;
    std::string first;
    // The first word may be broken at the end of a line, too.
    for (std::size_t pieces = 1; pieces <= 2 && i + pieces <= words.size(); ++pieces) {
      if (pieces > 1 && words[i].gap != Gap::hyphen) break;
      first += words[i + pieces - 1].letters;
      auto candidates = affiliations_by_word_.find(first);
      if (candidates == affiliations_by_word_.end()) continue;
      for (std::size_t index : candidates->second)
        if (auto last = last_of(affiliations_[index], words, i))
          found.push_back({words[i].begin, words[*last].end, Sign::affiliation});
    }
  }
}

void KnownNames::find_texts(std::string_view text, Wording wording,
                            std::vector<Mention>& found) const {
  if (emails_.empty() && handles_.empty() && signs_.empty()) return;
  std::string folded = lower(text);
  auto each = [&](const std::string& wanted, Sign sign, auto accept) {
    for (auto at = folded.find(wanted); at != std::string::npos;
         at = folded.find(wanted, at + wanted.size()))
      if (accept(at, at + wanted.size())) found.push_back({at, at + wanted.size(), sign});
  };
  auto is_whole = [&](std::size_t begin, std::size_t end) {
    return (begin == 0 || !is_plain(folded[begin - 1])) &&
           (end == folded.size() || !is_plain(folded[end]));
  };
  for (const std::string& email : emails_) each(email, Sign::email, is_whole);
  for (const std::string& name : signs_) each(name, Sign::name, [](auto, auto) { return true; });
  for (const std::string& handle : handles_)
    each(handle, Sign::handle, [&](std::size_t begin, std::size_t end) {
      bool is_led =
          begin > 0 && std::string_view("@/~\\").find(folded[begin - 1]) != std::string_view::npos;
      return is_whole(begin, end) && (is_led || wording == Wording::label);
    });
}

std::vector<Mention> KnownNames::find(std::string_view text, Wording wording) const {
  std::vector<Mention> found;
  if (is_empty_) return found;
  Words bare = util::spelled_words(text, Spelling::bare);
  find_names(bare, wording, found);
  find_affiliations(bare, found);
  bool has_others = std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
  if (has_others) {
    Words expanded = util::spelled_words(text, Spelling::expanded);
    find_names(expanded, wording, found);
    find_affiliations(expanded, found);
  }
  find_texts(text, wording, found);
  keep_outermost(found);
  return found;
}

std::vector<Mention> KnownNames::find_families(std::string_view text) const {
  std::vector<Mention> found;
  if (families_.empty()) return found;
  for (Spelling spelling : {Spelling::bare, Spelling::expanded}) {
    Words words = util::spelled_words(text, spelling);
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string letters;
      for (std::size_t count = 1; count <= kMostPieces && i + count <= words.size(); ++count) {
        if (count > 1 && words[i + count - 2].gap != Gap::hyphen) break;
        letters += words[i + count - 1].letters;
        if (words[i].is_capital && families_.contains(letters))
          found.push_back({words[i].begin, words[i + count - 1].end, Sign::name});
      }
    }
  }
  keep_outermost(found);
  return found;
}

Account KnownNames::account(std::string_view part) const {
  std::string bare = bare_account(part);
  auto kind = [&] {
    auto found = accounts_.find(bare);
    return found == accounts_.end() ? Account::none : found->second;
  };
  if (Account exact = kind(); exact != Account::none) return exact;
  while (!bare.empty() && std::isdigit(static_cast<unsigned char>(bare.back()))) bare.pop_back();
  return kind();
}

bool KnownNames::is_part(std::string_view word) const {
  return parts_.contains(util::spelled(word, Spelling::bare)) ||
         parts_.contains(util::spelled(word, Spelling::expanded));
}

bool KnownNames::are_initials(std::string_view letters) const {
  return initials_.contains(util::spelled(letters, Spelling::bare));
}

}  // namespace model
