// Finds people who are known in any text: their names as they are written in print, addresses,
// accounts and affiliations.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/identities.hpp"
#include "util/letters.hpp"

namespace model {

enum class Sign { name, email, handle, affiliation };

struct Mention {
  std::size_t begin = 0;  // in the text
  std::size_t end = 0;
  Sign sign = Sign::name;
};

// Sentences begin names with capitals; labels (metadata, names of files) need not.
enum class Wording { prose, label };

// How much an account says: the one that is known, made of given and family name, of an initial and
// the family name, the family name alone.
enum class Account { none, family, initial, full, known };

class KnownNames {
 public:
  explicit KnownNames(const Identities& identities);
  bool empty() const { return is_empty_; }

  // Names in full or with an initial, in either order, without accents and across hyphenation;
  // known addresses, affiliations, and accounts behind "@", "/" or "~". A family name alone may be
  // a word or anybody's. In order, none within another.
  std::vector<Mention> find(std::string_view text, Wording wording = Wording::prose) const;

  // Family names alone, where all who are named are authors: running heads, what a sentence cites.
  std::vector<Mention> find_families(std::string_view text) const;

  // Of a part of an address or a path: "jdoe", "jane-doe2".
  Account account(std::string_view part) const;

  // Whether a word alone is a given or family name, or one of their parts.
  bool is_part(std::string_view word) const;

  bool are_initials(std::string_view letters) const;  // "JD", "JQD"

 private:
  using Words = std::vector<util::SpelledWord>;
  struct Name {
    std::vector<std::string> units;  // spelled; in the order given name, family name
    std::size_t family = 0;          // the first unit of the family name
  };
  struct Anchor {
    std::size_t name = 0, unit = 0;
    bool is_compound = false;  // has a hyphen
  };
  struct Reader;

  void add_name(const std::string& name, util::Spelling spelling);
  void add_accounts(const Name& name);
  void find_names(const Words& words, Wording wording, std::vector<Mention>& found) const;
  void find_affiliations(const Words& words, std::vector<Mention>& found) const;
  void find_texts(std::string_view text, Wording wording, std::vector<Mention>& found) const;

  bool is_empty_ = true;
  std::vector<Name> names_;
  std::unordered_map<std::string, std::vector<Anchor>> anchors_;  // by units behind the first
  std::unordered_set<std::string> families_, parts_;
  std::unordered_map<std::string, Account> accounts_;
  std::vector<Words> affiliations_;
  std::unordered_map<std::string, std::vector<std::size_t>> affiliations_by_word_;  // the first
  std::vector<std::string> emails_, handles_, signs_;  // lower case; names of other scripts
  std::unordered_set<std::string> initials_;
};

}  // namespace model
