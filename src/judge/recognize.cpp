#include "judge/recognize.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "checks/prints.hpp"
#include "judge/likeness.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace judge {
namespace {

using model::Confidence;
using model::Fingerprint;

// What a paper says and shows of one pack.
struct Candidate {
  const Fingerprint* print = nullptr;
  std::size_t letters = 0;  // of the longest of its texts that was found
  std::string text;         // that text
  std::set<int> years;      // named by any of them
  int likeness = 0;         // of its layout
  std::size_t shared = 0;   // letters of the longest found text that other venues print as well
};

using Candidates = std::vector<Candidate>;

// The words of the pack, not of the paper: of it only the year is taken.
std::string filled_in(std::string text, const checks::Print& found) {
  for (const auto& [name, value] :
       {std::pair("{year}", found.year), std::pair("{ordinal}", found.ordinal),
        std::pair("{words}", std::string("...")), std::pair("{number}", std::string("..."))})
    if (auto at = text.find(name); at != text.npos)
      text.replace(at, std::string_view(name).size(), value);
  return text;
}

void take_in(Candidate& candidate, const std::string& text, const checks::Print& found) {
  int year = std::atoi(found.year.c_str());
  bool is_own_year = year == candidate.print->year;
  if (candidate.print->stands_behind && !is_own_year) return;
  if (year > 0) candidate.years.insert(year);
  std::size_t letters = found.letters.end - found.letters.begin;
  if (letters <= candidate.letters) return;
  candidate.letters = letters;
  candidate.text = filled_in(text, found);
}

Candidates find_candidates(const model::Paper& paper, std::span<const Fingerprint> prints) {
  std::map<std::string, std::vector<std::size_t>> users, sharers;  // of each text
  Candidates all(prints.size());
  LayoutLikeness likeness(paper);
  for (std::size_t i = 0; i < prints.size(); ++i) {
    all[i].print = &prints[i];
    all[i].likeness = likeness.of(prints[i]);
    for (const std::string& text : prints[i].texts) users[text].push_back(i);
    for (const std::string& text : prints[i].shared) sharers[text].push_back(i);
  }
  std::vector<std::string> texts;
  for (const auto* whose : {&users, &sharers})
    for (const auto& [text, those] : *whose) texts.push_back(text);
  for (const checks::Print& found :
       checks::find_prints(paper.measured, texts, checks::Where::beside)) {
    const std::string& text = texts[found.of];
    std::size_t letters = found.letters.end - found.letters.begin;
    if (auto those = users.find(text); those != users.end())
      for (std::size_t i : those->second) take_in(all[i], text, found);
    if (auto those = sharers.find(text); those != sharers.end())
      for (std::size_t i : those->second) all[i].shared = std::max(all[i].shared, letters);
  }
  return all;
}

template <class Measure>
Candidates best_by(const Candidates& all, Measure measure) {
  Candidates best;
  auto most = decltype(measure(all[0]))(0);
  for (const Candidate& it : all) most = std::max(most, measure(it));
  if (most == 0) return {};
  std::copy_if(all.begin(), all.end(), std::back_inserter(best),
               [&](const Candidate& it) { return measure(it) == most; });
  return best;
}

std::size_t letters_of(const Candidate& it) {
  return it.letters;
}

std::size_t likeness_of(const Candidate& it) {
  return static_cast<std::size_t>(it.likeness);
}

std::size_t shared_of(const Candidate& it) {
  return it.shared;
}

std::vector<std::string> venues_of(const Candidates& some) {
  std::set<std::string> venues;
  for (const Candidate& it : some) venues.insert(it.print->venue);
  return {venues.begin(), venues.end()};
}

bool is_of(const Fingerprint& print, const std::string& id) {
  return print.id == id ||
         std::find(print.parents.begin(), print.parents.end(), id) != print.parents.end();
}

// The nearest pack that all of them are or extend, among those that tell anything.
const Fingerprint* find_common(const Candidates& some, const Candidates& all) {
  const Fingerprint* nearest = nullptr;
  for (const Candidate& it : all) {
    const Fingerprint& print = *it.print;
    bool is_common = std::all_of(some.begin(), some.end(),
                                 [&](const Candidate& one) { return is_of(*one.print, print.id); });
    if (is_common && (!nearest || is_of(print, nearest->id))) nearest = &print;
  }
  return nearest;
}

// The pack of the year; where there is none, or no year is named, the nearest or the newest.
struct Edition {
  const Fingerprint* print = nullptr;
  std::string next;  // id of the second nearest
  int wanted = 0;    // the year that is named; 0 = none
  bool has_year = false;
};

Edition find_edition(const std::string& venue, const std::set<int>& years, const Candidates& all) {
  Edition edition;
  std::vector<const Fingerprint*> known;
  for (const Candidate& it : all)
    if (it.print->venue == venue && (!it.print->stands_behind || it.letters > 0))
      known.push_back(it.print);
  if (!years.empty()) edition.wanted = *years.rbegin();
  for (int year : years)
    for (const Fingerprint* one : known)
      if (one->year == year) edition.wanted = year;
  auto rank = [&](const Fingerprint* one) {
    int away = edition.wanted > 0 ? std::abs(one->year - edition.wanted) : 0;
    return std::tuple(one->year == 0, away, -one->year, -static_cast<int>(one->parents.size()));
  };
  std::sort(known.begin(), known.end(), [&](auto* a, auto* b) { return rank(a) < rank(b); });
  edition.print = known.front();
  edition.has_year = known.front()->year > 0;
  if (known.size() > 1 && known[1]->year > 0) edition.next = known[1]->id;
  return edition;
}

std::string quoted_list(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 4;
  std::vector<std::string> shown(
      names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(kMost, names.size())));
  return util::join(shown, ", ") +
         (names.size() > kMost ? fmt::format(" and {} more", names.size() - kMost) : "");
}

// The best of other venues, by text and then by layout.
std::string find_runner_up(const Candidates& all, const Fingerprint& chosen) {
  const Candidate* best = nullptr;
  auto rank = [](const Candidate& it) {
    return std::tuple(it.letters, it.likeness, it.print->year);
  };
  for (const Candidate& it : all) {
    bool is_other = it.print->venue != chosen.venue && !is_of(chosen, it.print->id) &&
                    !is_of(*it.print, chosen.id) && !it.print->stands_behind;
    if (is_other && it.letters + static_cast<std::size_t>(it.likeness) > 0 &&
        (!best || rank(it) > rank(*best)))
      best = &it;
  }
  return best ? best->print->id : "";
}

Recognition with_runner_up(Recognition recognition, const Edition& edition, const Candidates& all) {
  recognition.match.runner_up = find_runner_up(all, *edition.print);
  if (recognition.match.runner_up.empty()) recognition.match.runner_up = edition.next;
  return recognition;
}

// What was found says one venue.
Recognition choose_edition(const std::string& venue, const Candidates& fitting,
                           const Candidates& all) {
  std::set<int> years;
  const Candidate* loudest = nullptr;
  for (const Candidate& it : all) {
    if (it.print->venue != venue) continue;
    years.insert(it.years.begin(), it.years.end());
    if (it.letters > 0 && (!loudest || it.letters > loudest->letters)) loudest = &it;
  }
  Edition edition = find_edition(venue, years, all);
  bool is_year = edition.wanted > 0 && edition.print->year == edition.wanted;
  Recognition chosen{edition.print->id, {}};
  model::PackMatch& match = chosen.match;
  match.why = loudest ? fmt::format("it prints \"{}\"", util::shortened(loudest->text, 120))
                      : fmt::format(
                            "its page, block and type are those of the style, {} of its "
                            "rules, though no text names the venue",
                            fitting.front().likeness);
  if (edition.has_year && edition.wanted > 0 && !is_year)
    match.why += fmt::format("; there is no pack of {}, {} is the nearest", edition.wanted,
                             edition.print->id);
  if (edition.has_year && edition.wanted == 0)
    match.why += "; it names no year, so the newest is a guess";
  if (loudest)
    match.confidence =
        edition.print->year == edition.wanted ? Confidence::certain : Confidence::likely;
  else
    match.confidence = edition.has_year ? Confidence::possible : Confidence::likely;
  return with_runner_up(std::move(chosen), edition, all);
}

// Several venues fit as well as each other: what they all build on, or nothing.
Recognition choose_common(const Candidates& fitting, const Candidates& all) {
  std::string venues = quoted_list(venues_of(fitting));
  const Fingerprint* common = find_common(fitting, all);
  const Candidate& first = fitting.front();
  std::string seen = first.letters > 0
                         ? fmt::format("it prints \"{}\"", util::shortened(first.text, 120))
                         : std::string("its page, block and type are those of the style");
  if (!common)
    return {"", {std::nullopt, fmt::format("{} fit equally well ({})", venues, seen), ""}};
  // Of packs of any year the one that says most.
  for (const Candidate& it : all)
    if (it.print->venue == common->venue && it.print->year == 0 && is_of(*it.print, common->id))
      common = it.print;
  Recognition chosen{common->id, {}};
  chosen.match.confidence = Confidence::likely;
  chosen.match.why = fmt::format("{} that {} share", seen, venues);
  chosen.match.runner_up = find_runner_up(all, *common);
  return chosen;
}

}  // namespace

Recognition recognize(const model::Paper& paper, std::span<const Fingerprint> prints) {
  Recognition nothing{"", {std::nullopt, "no text and no layout of a venue was found", ""}};
  if (prints.empty() || paper.document.failure) return nothing;
  Candidates all = find_candidates(paper, prints);
  Candidates fitting = best_by(all, letters_of);
  if (fitting.empty()) {
    fitting = all;
    std::erase_if(fitting,
                  [](const Candidate& it) { return it.print->stands_behind || it.likeness == 0; });
    if (fitting.empty()) return nothing;
  }
  for (auto measure : {&likeness_of, &shared_of})
    if (venues_of(fitting).size() > 1)
      if (Candidates best = best_by(fitting, measure); !best.empty()) fitting = best;
  std::vector<std::string> venues = venues_of(fitting);
  return venues.size() > 1 ? choose_common(fitting, all)
                           : choose_edition(venues.front(), fitting, all);
}

}  // namespace judge
