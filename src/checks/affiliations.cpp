#include "checks/affiliations.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "checks/people.hpp"
#include "checks/told.hpp"
#include "model/role.hpp"
#include "util/letters.hpp"

namespace checks {
namespace {

using model::Confidence;
using model::Role;

// "the Institutional Review Board (IRB) of the University": a board farther away may be another's.
constexpr std::size_t kNearBoard = 60;
// "Nowhere University's ethics committee": who is named farther before it took part.
constexpr std::size_t kRightBeforeBoard = 12;
// "our group in Nowhere".
constexpr std::size_t kNearOwn = 30;
// "Work done during an internship at Nowhere".
constexpr std::size_t kNearStay = 40;
// An affiliation in a note has "of", "and", "the"; more small words are a sentence.
constexpr int kMostSmallWords = 4;

bool is_none(Span span) {
  return span.begin >= span.end;
}

// Whether a name in capitals follows at once, perhaps behind "in", "at" or "the".
bool leads_to_name(std::string_view rest, std::size_t most) {
  bool has_link = false;
  for (const util::SpelledWord& word : util::spelled_words(rest, util::Spelling::bare)) {
    if (word.begin > most) return false;
    if (word.is_capital && word.letters.size() > 1) return has_link;
    bool is_link = word.letters == "in" || word.letters == "at" || word.letters == "of" ||
                   word.letters == "with" || word.letters == "the";
    if (!is_link) return false;
    has_link = has_link || word.letters != "the";
  }
  return false;
}

bool is_list_of_affiliations(std::string_view text) {
  int small = 0;
  for (const util::SpelledWord& word : util::spelled_words(text, util::Spelling::bare))
    small += !word.is_capital && word.letters.size() > 1 ? 1 : 0;
  return small <= kMostSmallWords;
}

class Watcher {
 public:
  Watcher(const AffiliationWords& words) : words_(words) {}

  void look_at(const Told& told) {
    if (told.line->role == Role::author || says_any(told.letters, words_.placeholders)) return;
    look_at_board(told);
    look_at_own(told);
    look_at_stay(told);
    look_at_note(told);
    look_at_machine(told);
  }

  std::vector<AffiliationSighting> take() { return std::move(seen_); }

 private:
  std::string_view cue_of(const Told& told, Span span) const {
    return told.sentence.substr(span.begin, span.end - span.begin);
  }

  // One mistake of a kind is enough to look for the others.
  void add(const Told& told, const char* message, std::string_view cue, Confidence confidence) {
    auto same = std::find_if(seen_.begin(), seen_.end(),
                             [&](const AffiliationSighting& it) { return it.message == message; });
    if (same != seen_.end() && same->confidence >= confidence) return;
    AffiliationSighting sighting{message, std::string(cue), told.sentence, told.line, confidence};
    if (same == seen_.end())
      seen_.push_back(std::move(sighting));
    else
      *same = std::move(sighting);
  }

  // "approved by the ethics committee of Nowhere University"; people from elsewhere may take part.
  void look_at_board(const Told& told) {
    Span board = first_said(told, words_.boards);
    if (is_none(board)) return;
    // "Institutional" begins as an institution does.
    std::string rest(told.sentence);
    for (const Phrase& phrase : words_.boards)
      for (Span span : told.letters.find_all(phrase)) blank_out(rest, span);
    Span institution = named_institution(rest, words_.institutions);
    if (is_none(institution)) return;
    bool is_behind = institution.begin >= board.end;
    std::size_t from = std::min(is_behind ? board.end : institution.end, told.sentence.size());
    std::size_t to = is_behind ? institution.begin : board.begin;
    bool is_part = from > to;
    std::string_view between = is_part ? "" : told.sentence.substr(from, to - from);
    std::size_t most = is_behind ? kNearBoard : kRightBeforeBoard;
    if (between.size() > most || says_any(Squeezed(between), words_.others)) return;
    add(told, "An approval of ethics names an institution.", cue_of(told, board),
        Confidence::likely);
  }

  // "our lab in Nowhere": without the place it says nothing.
  void look_at_own(const Told& told) {
    Span own = first_said(told, words_.own);
    if (is_none(own) || !leads_to_name(told.sentence.substr(own.end), kNearOwn)) return;
    add(told, "The paper says where its authors' institution is.", cue_of(told, own),
        Confidence::likely);
  }

  // "during an internship at" leads to a name where "work done during" does not.
  void look_at_stay(const Told& told) {
    for (const Phrase& phrase : words_.stays) {
      Span stay = first_said(told, {phrase});
      if (is_none(stay)) continue;
      std::string rest = "at" + std::string(told.sentence.substr(stay.end));
      if (!leads_to_name(rest, kNearStay)) continue;
      add(told, "The paper says where its authors did the work.", cue_of(told, stay),
          Confidence::likely);
      return;
    }
  }

  // What styles print below the authors in final mode, or what was written there by hand.
  void look_at_note(const Told& told) {
    if (told.line->page != 1 || told.line->role != Role::footnote) return;
    Span institution = named_institution(told.sentence, words_.institutions);
    if (is_none(institution) || !is_list_of_affiliations(told.passage)) return;
    add(told, "A footnote of the first page names an institution.", "", Confidence::likely);
  }

  // Others' machines can be used, but few do.
  void look_at_machine(const Told& told) {
    Span machine = first_said(told, words_.machines);
    if (is_none(machine) || says_any(told.letters, words_.others)) return;
    if (is_none(named_institution(told.sentence, words_.institutions))) return;
    add(told, "Computing resources are an institution's.", cue_of(told, machine),
        Confidence::possible);
  }

  const AffiliationWords& words_;
  std::vector<AffiliationSighting> seen_;
};

}  // namespace

std::vector<AffiliationSighting> see_affiliations(const model::Paper& paper,
                                                  const AffiliationWords& words) {
  Watcher watcher(words);
  for (const Told& sentence : told(paper)) watcher.look_at(sentence);
  return watcher.take();
}

}  // namespace checks
