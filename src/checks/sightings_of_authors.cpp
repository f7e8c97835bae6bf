#include "checks/sightings_of_authors.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "checks/author_notes.hpp"
#include "checks/links.hpp"
#include "checks/name_places.hpp"
#include "checks/passages.hpp"
#include "checks/sightings.hpp"
#include "checks/wording.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Account;
using model::Confidence;
using model::KnownNames;
using model::Mention;
using model::Sign;

// Longer ones are titles, copyright lines and addresses.
constexpr std::size_t kMostWordsOfAHead = 8;
constexpr std::string_view kHeads = "in a running head or notice";

Confidence confidence_of(Account account) {
  return account >= Account::full ? Confidence::certain : Confidence::likely;
}

class Watcher {
 public:
  explicit Watcher(const model::Paper& paper) : paper_(paper), known_(known_names(paper)) {}

  std::vector<AuthorSighting> run() {
    for (const NamePlace& place : places_in_text(paper_)) look_at_text(place);
    look_at_emails();
    look_at_links();
    look_at_remarks();
    for (const NamePlace& place : places_in_file(paper_)) look_at_label(place);
    return std::move(seen_);
  }

 private:
  // One sighting for each kind of place, shown where it is surest.
  void add(const NamePlace& place, const std::string& name, Confidence confidence,
           std::string_view quote) {
    auto same = std::find_if(seen_.begin(), seen_.end(),
                             [&](const AuthorSighting& it) { return it.kind == place.kind; });
    bool is_new = same == seen_.end();
    if (is_new) same = seen_.insert(seen_.end(), {place.kind, {}, confidence, 0, {}, ""});
    auto& names = same->names;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    if (!is_new && confidence <= same->confidence) return;
    same->confidence = confidence;
    same->page = place.page;
    same->box = place.box;
    same->quote = quoted_line(util::trim(quote));
  }

  void look_at_text(const NamePlace& place) {
    for (const Mention& mention : known_.find(place.text)) add_mention(place, mention);
    if (place.kind == kHeads) look_at_head(place);
  }

  // Nobody but authors is named there: "DOE AND ROE", "Doe et al.". "Page" and "Long" are words
  // too.
  void look_at_head(const NamePlace& place) {
    if (count_words(place.text) > kMostWordsOfAHead) return;
    auto families = known_.find_families(place.text);
    std::string_view text = place.text;
    for (std::size_t i = 0; i < families.size(); ++i) {
      const Mention& it = families[i];
      std::string_view before = util::trim(text.substr(0, it.begin)), rest = text.substr(it.end);
      bool is_listed =
          i > 0 && joins(text.substr(families[i - 1].end, it.begin - families[i - 1].end));
      if (i + 1 < families.size() && joins(text.substr(it.end, families[i + 1].begin - it.end)))
        is_listed = true;
      bool is_first = util::fold(util::trim(rest)).starts_with("et al");
      bool is_alone = before.empty() && util::trim(rest).empty();
      // "Y. Li" is somebody else where the initial is another.
      if (!before.ends_with('.') && (is_listed || is_first || is_alone))
        add(place, text_of(place, it), Confidence::likely, place.text);
    }
  }

  static bool joins(std::string_view between) {
    static const re2::RE2 kAnd(R"((?i)\s*(,|&|and|,\s*and)\s*)");
    return re2::RE2::FullMatch({between.data(), between.size()}, kAnd);
  }

  void add_mention(const NamePlace& place, const Mention& mention) {
    // The dot of an initial looks like a sentence's end.
    std::size_t begin = sentence_around(place.text, mention.begin).begin;
    std::size_t end = sentence_around(place.text, mention.end - 1).end;
    std::string_view sentence = std::string_view(place.text).substr(begin, end - begin);
    Confidence confidence = place.confidence;
    bool is_spoken_of = confidence == Confidence::likely;
    if (is_spoken_of && (mention.sign == Sign::affiliation || cites(sentence)))
      confidence = Confidence::possible;
    if (mention.sign == Sign::email || mention.sign == Sign::handle)
      confidence = Confidence::certain;
    add(place, text_of(place, mention), confidence, sentence);
  }

  static std::string text_of(const NamePlace& place, const Mention& mention) {
    return place.text.substr(mention.begin, mention.end - mention.begin);
  }

  // "jdoe" is many people's.
  static Confidence in_front(const EmailSighting& email) {
    return email.confidence == Confidence::possible ? Confidence::possible : Confidence::certain;
  }

  void look_at_emails() {
    for (const EmailSighting& email : see_emails(paper_))
      for (const std::string& address : email.addresses) {
        Account account = known_.account(address.substr(0, address.find('@')));
        bool is_known = !known_.find(address, model::Wording::label).empty();
        if (!is_known && account <= Account::family) continue;
        add({"in an e-mail address", "", email.page, email.box}, address,
            is_known ? Confidence::certain : std::min(confidence_of(account), in_front(email)),
            email.text);
      }
  }

  // Any part of an address may be the account: a user's folder, a host under a provider's.
  void look_at_links() {
    for (const LinkMention& link : find_links(paper_)) {
      if (in_references(paper_.measured, link.line, link.page, link.box).value_or(false)) continue;
      std::string parts = link.url.host + link.url.path;
      std::replace_if(
          parts.begin(), parts.end(),
          [](char c) { return std::string_view("/.?&=#~@:").find(c) != std::string_view::npos; },
          '\n');
      for (const std::string& part : util::split(parts, '\n'))
        if (Account account = known_.account(part); account > Account::family)
          add({"in a link", "", link.page, link.box}, part,
              account >= Account::full ? Confidence::certain : Confidence::possible, link.url.text);
    }
  }

  // "JD: is this so?"
  void look_at_remarks() {
    static const re2::RE2 kInitials(R"(^[\[(]?([A-Z]{2,4})\s?:)");
    for (const AuthorNote& note : find_remarks(paper_)) {
      std::string initials;
      if (re2::RE2::PartialMatch(note.text, kInitials, &initials) && known_.are_initials(initials))
        add({"in a remark", "", note.page, note.box}, initials, Confidence::likely, note.text);
    }
  }

  // Labels are short and about the file, so that every word counts.
  void look_at_label(const NamePlace& place) {
    for (const std::string& name : names_in_label(known_, place.text))
      add(place, name, place.confidence, place.text);
  }

  const model::Paper& paper_;
  const KnownNames& known_;
  std::vector<AuthorSighting> seen_;
};

}  // namespace

std::vector<AuthorSighting> see_authors(const model::Paper& paper) {
  return Watcher(paper).run();
}

bool cites(std::string_view sentence) {
  static const re2::RE2 kCitation(
      R"(\[[0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3})*\]|\(?\b(?:19|20)[0-9]{2}[a-z]?\)|\bet al\b)");
  return re2::RE2::PartialMatch({sentence.data(), sentence.size()}, kCitation);
}

}  // namespace checks
