#include "checks/stamps.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "checks/people.hpp"
#include "model/role.hpp"

namespace checks {
namespace {

using model::Confidence;
using model::Line;
using model::Role;

// What is printed on a page and belongs to no text. Footnotes carry copyright lines on page 1.
bool is_printed_on(const Line& line) {
  return line.role == Role::stamp || line.role == Role::notice || line.role == Role::margin_note ||
         line.role == Role::running_head;
}

bool is_at_foot(const Line& line) {
  return line.page == 1 && (is_printed_on(line) || line.role == Role::footnote);
}

// What follows the sign and the year: "Jane Doe and Richard Roe".
std::string holder_in(const std::string& text) {
  if (text.find("19") == std::string::npos && text.find("20") == std::string::npos) return "";
  static const re2::RE2 kLine(
      R"((?i)(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:19|20)[0-9]{2}[,:]?\s*(?:held by |by |the )*(.*))");
  std::string holder;
  re2::RE2::PartialMatch(text, kLine, &holder);
  return holder.substr(0, holder.find(';'));
}

// Of a line that has little else: citations have DOIs too.
std::string own_doi_in(const std::string& text) {
  if (text.find("10.") == std::string::npos) return "";
  static const re2::RE2 kDoi(
      R"((?i)^\W*(?:doi:?\s*|digital object identifier:?\s*|https?://(?:dx\.)?doi\.org/)+(10\.[0-9]{4,9}/[^\s,;]+))");
  std::string doi;
  re2::RE2::PartialMatch(text, kDoi, &doi);
  return doi;
}

class Watcher {
 public:
  explicit Watcher(const StampPatterns& patterns) : patterns_(patterns) {}

  // Stamps stand on any page, what publishers print at the foot of the first.
  void look_at(const Line& line) {
    if (is_printed_on(line) && patterns_.stamps.match(line.text))
      add("An archive's stamp is on the page.", "a stamp of an archive", line, Confidence::certain);
    if (!is_at_foot(line)) return;
    if (std::string holder = holder_in(line.text);
        !holder.empty() && !patterns_.holders.match(line.text) &&
        !patterns_.holders.match(holder) && find_people(holder, {}).names)
      add("A copyright line may name an author.", "a holder that may be a person", line,
          Confidence::possible);
    if (std::string doi = own_doi_in(line.text); !doi.empty() && !patterns_.dois.match(doi))
      add("The first page has a DOI that may be the paper's own.", "a DOI", line,
          Confidence::possible);
  }

  std::vector<StampSighting> take() { return std::move(seen_); }

 private:
  void add(std::string_view message, std::string_view measured, const Line& line,
           Confidence confidence) {
    bool is_known = std::any_of(seen_.begin(), seen_.end(),
                                [&](const StampSighting& it) { return it.message == message; });
    if (!is_known) seen_.push_back({message, measured, &line, confidence});
  }

  const StampPatterns& patterns_;
  std::vector<StampSighting> seen_;
};

}  // namespace

std::vector<StampSighting> see_stamps(const model::Paper& paper, const StampPatterns& patterns) {
  Watcher watcher(patterns);
  for (const Line& line : paper.measured.lines) watcher.look_at(line);
  return watcher.take();
}

}  // namespace checks
