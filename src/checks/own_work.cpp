#include "checks/own_work.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <optional>

#include "checks/name_places.hpp"
#include "checks/passages.hpp"
#include "checks/told.hpp"
#include "model/role.hpp"

namespace checks {
namespace {

using model::Confidence;
using model::Role;

// "our previous work on graphs with many nodes [3]"; "as in our previous work (Doe, 2020)".
constexpr std::size_t kNear = 60;
// "extends our SMT version [12]".
constexpr std::size_t kRightBehind = 30;
// An entry with a hundred authors is cut; its first ones are enough.
constexpr std::size_t kMostOfAnEntry = 600;
constexpr std::size_t kMostCited = 20;

struct Citation {
  Span span;
  std::string numbers;  // "3, 7"; empty where names are cited
};

// A bracket, and a digit behind it.
bool may_cite(std::string_view sentence) {
  auto bracket = sentence.find_first_of("[(");
  return bracket != sentence.npos && sentence.find_first_of("0123456789", bracket) != sentence.npos;
}

// "[3, 7]", "[Doe and Roe, 7]", "(Doe, 2020; Roe, 2021)", "[Doe et al., 2020]"; not "[Lemma 7]".
std::vector<Citation> citations_in(std::string_view sentence) {
  if (!may_cite(sentence)) return {};
  static const re2::RE2 kPattern(
      R"((\[\s?(?:[A-Z][^\[\]0-9]{0,80}(?:,|et al\.?)\s?)?([0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3})*)\s?\]|[\[(][^()\[\]]*\b(?:19|20)[0-9]{2}[a-z]?[^()\[\]]*[)\]]))");
  std::vector<Citation> found;
  re2::StringPiece rest(sentence.data(), sentence.size()), match, numbers;
  while (re2::RE2::FindAndConsume(&rest, kPattern, &match, &numbers)) {
    auto begin = static_cast<std::size_t>(match.data() - sentence.data());
    found.push_back({{begin, begin + match.size()}, std::string(numbers)});
  }
  return found;
}

std::vector<std::string> numbers_in(const std::string& list) {
  static const re2::RE2 kNumber("([0-9]+)");
  std::vector<std::string> numbers;
  re2::StringPiece rest(list);
  for (std::string one;
       numbers.size() < kMostCited && re2::RE2::FindAndConsume(&rest, kNumber, &one);)
    numbers.push_back(one);
  return numbers;
}

class Finder {
 public:
  Finder(const model::Paper& paper, const OwnWorkWords& words)
      : paper_(paper), words_(words), known_(known_names(paper)) {}

  std::vector<OwnWork> run() {
    for (const Told& told : told(paper_))
      if (auto found = look_at(told)) found_.push_back(std::move(*found));
    return std::move(found_);
  }

 private:
  // Few sentences have such words, and to find what is cited in the others costs more.
  bool may_claim(const Told& told) const {
    auto has = [&](std::string_view words) { return told.sentence.find(words) != words.npos; };
    return says_any(told.letters, words_.own) || says_any(told.letters, words_.continued) ||
           (has("In ") && (has(" we ") || has(" I ")));
  }

  std::optional<OwnWork> look_at(const Told& told) const {
    if (!may_claim(told)) return std::nullopt;
    auto citations = citations_in(told.sentence);
    if (citations.empty() || says_any(told.letters, words_.samples)) return std::nullopt;
    auto claim = claim_in(told, citations);
    if (!claim) return std::nullopt;
    OwnWork work{std::string(told.sentence.substr(claim->begin, claim->end - claim->begin)),
                 told.sentence, told.line, Confidence::possible, ""};
    for (const Citation& citation : citations) {
      // The phrase leads to what is cited; what stands elsewhere is cited for something else.
      bool is_its = citation.span.end <= claim->end && citation.span.begin >= claim->begin;
      if (is_its && work.cited.empty()) work.cited = own_name(told.sentence, citation, *claim);
    }
    if (!work.cited.empty()) work.confidence = Confidence::certain;
    if (work.cited.empty() && says_any(Squeezed(work.phrase), words_.hidden)) return std::nullopt;
    return work;
  }

  // From the phrase to the end of what it cites.
  std::optional<Span> claim_in(const Told& told, const std::vector<Citation>& citations) const {
    // Weaker phrases count only right before what is cited: "we extend our method to trees, as
    // others did [3]" cites others.
    for (auto [phrases, most] :
         {std::pair(&words_.own, kNear), std::pair(&words_.continued, kRightBehind)}) {
      Span said = first_said(told, *phrases);
      if (said.begin >= said.end) continue;
      for (const Citation& it : citations)
        if (it.span.begin >= said.end && it.span.begin - said.end <= most)
          return Span{said.begin, it.span.end};
    }
    return subject_of(told.sentence, citations);
  }

  // "In [3], we show": not "As in [3], we assume".
  static std::optional<Span> subject_of(std::string_view sentence,
                                        const std::vector<Citation>& citations) {
    static const re2::RE2 kWe(R"(^,? (?:we|I) )");
    static const re2::RE2 kIn(
        R"((?:^|[.;] )In (?:[A-Z][\w’'-]+ (?:et al\.? |and [A-Z][\w’'-]+ ))?$)");
    for (const Citation& it : citations) {
      re2::StringPiece before(sentence.data(), it.span.begin);
      re2::StringPiece after(sentence.data() + it.span.end, sentence.size() - it.span.end);
      if (re2::RE2::PartialMatch(before, kIn) && re2::RE2::PartialMatch(after, kWe))
        return Span{0, std::min(sentence.size(), it.span.end + 4)};
    }
    return std::nullopt;
  }

  // The author's name in what is cited: in the sentence, or in the entry of the references.
  std::string own_name(std::string_view sentence, const Citation& citation, Span claim) const {
    std::string_view said = sentence.substr(claim.begin, citation.span.end - claim.begin);
    for (const model::Mention& it : known_.find_families(said))
      return std::string(said.substr(it.begin, it.end - it.begin));
    for (const std::string& number : numbers_in(citation.numbers)) {
      std::string entry = entry_of(number);
      auto mentions = known_.find(entry);
      if (!mentions.empty())
        return entry.substr(mentions[0].begin, mentions[0].end - mentions[0].begin);
    }
    return "";
  }

  // The entries of a page are one text, each begun by its number in brackets.
  std::string entry_of(const std::string& number) const {
    std::string mark = "[" + number + "]";
    for (const Passage& passage : passages(paper_)) {
      if (!is_reference(passage.first())) continue;
      auto at = passage.text.find(mark);
      if (at == std::string::npos) continue;
      std::size_t begin = at + mark.size();
      std::size_t end = std::min(passage.text.find(" [", begin), begin + kMostOfAnEntry);
      return passage.text.substr(begin, end - begin);
    }
    return "";
  }

  bool is_reference(const model::Line& line) const {
    if (line.role == Role::reference) return true;
    return line.section >= 0 &&
           static_cast<std::size_t>(line.section) < paper_.measured.sections.size() &&
           paper_.measured.sections[static_cast<std::size_t>(line.section)].class_id ==
               "references";
  }

  const model::Paper& paper_;
  const OwnWorkWords& words_;
  const model::KnownNames& known_;
  std::vector<OwnWork> found_;
};

}  // namespace

std::vector<OwnWork> find_own_work(const model::Paper& paper, const OwnWorkWords& words) {
  return Finder(paper, words).run();
}

}  // namespace checks
