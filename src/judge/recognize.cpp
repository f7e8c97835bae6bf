#include "judge/recognize.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
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

// Layouts whose distances from a paper differ by less are as near to it as each other: pages of one
// style differ by as much.
constexpr double kAsNear = 4;

// Texts of a pack that were found in one place.
struct Said {
  std::size_t letters = 0;  // of the longest
  std::string text;         // that text
  std::set<int> years;      // named by any of them
};

// What a paper says and shows of one pack.
struct Candidate {
  const Fingerprint* print = nullptr;
  Said printed, info;
  std::string info_key;                       // whose value says it
  std::pair<std::size_t, std::string> stage;  // that of its longest text which is of one stage
  Likeness likeness;
  std::size_t shared = 0;  // letters of the longest found text that other venues print as well
};

using Candidates = std::vector<Candidate>;

// The words of the pack, not of the paper: of it only the year is taken.
std::string filled_in(std::string text, const checks::Print& found) {
  for (const auto& [name, value] :
       {std::pair("{year}", found.year), std::pair("{ordinal}", found.ordinal),
        std::pair("{words}", std::string("...")), std::pair("{number}", std::string("..."))})
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + value.size()))
      text.replace(at, std::string_view(name).size(), value);
  return text;
}

// Whether it is the longest yet.
bool take_in(Said& said, const Fingerprint& print, const std::string& text,
             const checks::Print& found) {
  int year = std::atoi(found.year.c_str());
  if (print.stands_behind && year != print.year) return false;
  if (year > 0) said.years.insert(year);
  std::size_t letters = found.letters.end - found.letters.begin;
  if (letters <= said.letters) return false;
  said.letters = letters;
  said.text = filled_in(text, found);
  return true;
}

void look_into_info(const model::Document& document, Candidate& candidate) {
  for (const auto& [key, value] : document.info)
    for (const model::InfoText& wanted : candidate.print->info)
      if (wanted.key == key)
        if (auto found = checks::find_print(value, wanted.text))
          if (take_in(candidate.info, *candidate.print, wanted.text, *found))
            candidate.info_key = key;
}

Candidates find_candidates(const model::Paper& paper, std::span<const Fingerprint> prints) {
  std::map<std::string, std::vector<std::size_t>> users, sharers;  // of each text
  Candidates all(prints.size());
  LayoutLikeness likeness(paper);
  for (std::size_t i = 0; i < prints.size(); ++i) {
    all[i].print = &prints[i];
    all[i].likeness = likeness.of(prints[i]);
    look_into_info(paper.document, all[i]);
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
      for (std::size_t i : those->second) {
        take_in(all[i].printed, *all[i].print, text, found);
        if (auto stage = prints[i].stages.find(text); stage != prints[i].stages.end())
          all[i].stage = std::max(all[i].stage, std::pair(letters, stage->second));
      }
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

std::size_t printed_of(const Candidate& it) {
  return it.printed.letters;
}

std::size_t info_of(const Candidate& it) {
  return it.info.letters;
}

std::size_t checks_of(const Candidate& it) {
  return static_cast<std::size_t>(it.likeness.checks);
}

std::size_t shared_of(const Candidate& it) {
  return it.shared;
}

// Those that the paper is set like; none where it is set like none.
Candidates nearest_of(const Candidates& some) {
  Candidates near = some;
  std::erase_if(near, [](const Candidate& it) { return it.likeness.checks == 0; });
  double least = std::numeric_limits<double>::max();
  for (const Candidate& it : near) least = std::min(least, it.likeness.distance);
  std::erase_if(near, [&](const Candidate& it) { return it.likeness.distance > least + kAsNear; });
  return near;
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
    if (it.print->venue == venue && (!it.print->stands_behind || it.printed.letters > 0))
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
    return std::tuple(it.printed.letters, it.info.letters, it.likeness.checks > 0,
                      -it.likeness.distance, it.print->year);
  };
  for (const Candidate& it : all) {
    bool is_other = it.print->venue != chosen.venue && !is_of(chosen, it.print->id) &&
                    !is_of(*it.print, chosen.id) && !it.print->stands_behind;
    bool is_any = it.printed.letters > 0 || it.info.letters > 0 || it.likeness.checks > 0;
    if (is_other && is_any && (!best || rank(it) > rank(*best))) best = &it;
  }
  return best ? best->print->id : "";
}

Recognition with_runner_up(Recognition recognition, const Edition& edition, const Candidates& all) {
  recognition.match.runner_up = find_runner_up(all, *edition.print);
  if (recognition.match.runner_up.empty()) recognition.match.runner_up = edition.next;
  return recognition;
}

// What the paper says of a venue, by whichever of its packs.
struct Testimony {
  const Candidate* printed = nullptr;  // the longest
  const Candidate* info = nullptr;
  std::set<int> years;  // printed ones go before those of the Info dictionary
  std::pair<std::size_t, std::string> stage;
  bool is_printed_year = false;
  bool is_shared = false;  // other venues say it as well, and the layout decides
};

Testimony hear(const std::string& venue, const Candidates& all) {
  Testimony heard;
  std::set<int> info_years;
  for (const Candidate& it : all) {
    if (it.print->venue != venue) continue;
    heard.years.insert(it.printed.years.begin(), it.printed.years.end());
    heard.stage = std::max(heard.stage, it.stage);
    info_years.insert(it.info.years.begin(), it.info.years.end());
    if (printed_of(it) > (heard.printed ? printed_of(*heard.printed) : 0)) heard.printed = &it;
    if (info_of(it) > (heard.info ? info_of(*heard.info) : 0)) heard.info = &it;
  }
  heard.is_printed_year = !heard.years.empty();
  if (heard.years.empty()) heard.years = info_years;
  return heard;
}

std::string info_says(const Candidate& it) {
  return fmt::format("its PDF's {} says \"{}\"", it.info_key, util::shortened(it.info.text, 120));
}

std::string reason(const Testimony& heard, const Candidate& fitting, const Edition& edition) {
  std::string why;
  if (heard.printed)
    why = fmt::format("it prints \"{}\"", util::shortened(heard.printed->printed.text, 120));
  else if (!heard.info)
    why = fmt::format(
        "its page, block and type are those of the style, {} of its rules, though no text names "
        "the venue",
        fitting.likeness.checks);
  bool is_year_of_info = heard.info && !heard.is_printed_year && !heard.years.empty();
  if (heard.info && (!heard.printed || is_year_of_info))
    why += (why.empty() ? "" : " and ") + info_says(*heard.info);
  if (edition.has_year && edition.wanted > 0 && edition.print->year != edition.wanted)
    why += fmt::format("; there is no pack of {}, {} is the nearest", edition.wanted,
                       edition.print->id);
  if (edition.has_year && edition.wanted == 0)
    why += "; it names no year, so the newest is a guess";
  return why;
}

// Metadata goes from paper to paper with the source, and another venue's page may look the same.
Confidence trust(const Testimony& heard, const Candidate& fitting, const Edition& edition) {
  bool is_year = edition.print->year == edition.wanted;
  if (heard.printed)
    return is_year && !heard.is_shared && (heard.is_printed_year || edition.wanted == 0)
               ? Confidence::certain
               : Confidence::likely;
  if (heard.info) return fitting.likeness.checks > 0 ? Confidence::likely : Confidence::possible;
  return edition.has_year || !fitting.likeness.is_close ? Confidence::possible : Confidence::likely;
}

// What was found says one venue.
Recognition choose_edition(const std::string& venue, const Candidates& fitting,
                           const Candidates& all, bool is_shared) {
  Testimony heard = hear(venue, all);
  heard.is_shared = is_shared;
  Edition edition = find_edition(venue, heard.years, all);
  Recognition chosen{edition.print->id, {}, "", 0, ""};
  chosen.match.why = reason(heard, fitting.front(), edition);
  chosen.match.confidence = trust(heard, fitting.front(), edition);
  if (heard.printed) chosen.printed = heard.printed->printed.text;
  chosen.year = edition.wanted;
  chosen.stage = heard.stage.second;
  return with_runner_up(std::move(chosen), edition, all);
}

// Several venues fit as well as each other: what they all build on, or nothing.
Recognition choose_common(const Candidates& fitting, const Candidates& all) {
  std::string venues = quoted_list(venues_of(fitting));
  const Fingerprint* common = find_common(fitting, all);
  const Candidate& first = fitting.front();
  std::string seen = first.printed.letters > 0
                         ? fmt::format("it prints \"{}\"", util::shortened(first.printed.text, 120))
                     : first.info.letters > 0
                         ? info_says(first)
                         : std::string("its page, block and type are those of the style");
  bool is_sure = first.printed.letters > 0 || first.likeness.is_close;
  if (!common)
    return {
        "", {std::nullopt, fmt::format("{} fit equally well ({})", venues, seen), ""}, "", 0, ""};
  // Of packs of any year the one that says most.
  for (const Candidate& it : all)
    if (it.print->venue == common->venue && it.print->year == 0 && is_of(*it.print, common->id))
      common = it.print;
  Recognition chosen{common->id, {}, first.printed.text, 0, ""};
  chosen.match.confidence = is_sure ? Confidence::likely : Confidence::possible;
  chosen.match.why = fmt::format("{} that {} share", seen, venues);
  chosen.match.runner_up = find_runner_up(all, *common);
  return chosen;
}

}  // namespace

Recognition recognize(const model::Paper& paper, std::span<const Fingerprint> prints) {
  Recognition nothing{
      "", {std::nullopt, "no text and no layout of a venue was found", ""}, "", 0, ""};
  if (prints.empty() || paper.document.failure) return nothing;
  Candidates all = find_candidates(paper, prints);
  Candidates fitting = best_by(all, printed_of);
  if (fitting.empty()) fitting = best_by(all, info_of);
  if (fitting.empty()) {
    fitting = all;
    std::erase_if(fitting, [](const Candidate& it) {
      return it.print->stands_behind || it.likeness.checks == 0;
    });
    if (fitting.empty()) return nothing;
  }
  bool is_shared = venues_of(fitting).size() > 1;
  if (is_shared)
    if (Candidates near = nearest_of(fitting); !near.empty()) fitting = near;
  for (auto measure : {&checks_of, &shared_of})
    if (venues_of(fitting).size() > 1)
      if (Candidates best = best_by(fitting, measure); !best.empty()) fitting = best;
  std::vector<std::string> venues = venues_of(fitting);
  return venues.size() > 1 ? choose_common(fitting, all)
                           : choose_edition(venues.front(), fitting, all, is_shared);
}

}  // namespace judge
