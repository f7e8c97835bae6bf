#include "checks/sightings.hpp"

#include <algorithm>
#include <set>

#include "checks/addresses.hpp"
#include "checks/faces.hpp"
#include "checks/links.hpp"
#include "checks/passages.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Confidence;
using model::Line;
using model::Role;

constexpr std::size_t kMostLinksOfAPage = 1000;

// Text in figures, and listings after page 1, show data; on page 1 addresses are set in typewriter.
bool is_example(const model::Paper& paper, const Line& line) {
  if (line.role == Role::figure || line.role == Role::code) return true;
  return line.page > 1 && line.role != Role::footnote &&
         is_typewriter(font_name(paper.document, line.font));
}

Confidence confidence_at(int page, const Line* line) {
  bool is_note = line && line->role == Role::footnote;
  return page == 1 || is_note ? Confidence::likely : Confidence::possible;
}

class Watcher {
 public:
  explicit Watcher(const model::Paper& paper) : paper_(paper) {}

  void look_at(const Passage& passage) {
    bool spaced = passage.first().role == Role::author;
    std::string text = spaced ? close_up_addresses(passage.text) : passage.text;
    for (Email& email : find_emails(text)) {
      const Line& line = passage.line_at(email.span.begin);
      Span span = sentence_around(text, email.span.begin);
      add(std::move(email), line.page, line.box, &line,
          text.substr(span.begin, span.end - span.begin));
    }
  }

  void look_at(const model::Link& link, int page) {
    if (!util::fold(link.uri.substr(0, 7)).starts_with("mailto:")) return;
    const Line* line = line_under(paper_.measured, page, link.box);
    for (Email& email : find_emails(link.uri.substr(7)))
      add(std::move(email), page, link.box, line);
  }

  std::vector<EmailSighting> take() { return std::move(seen_); }

 private:
  void add(Email email, int page, const model::Box& box, const Line* line,
           std::string sentence = "") {
    if (line && is_example(paper_, *line)) return;
    if (in_references(paper_.measured, line, page, box).value_or(false)) return;
    bool is_new = false;
    for (const std::string& address : email.addresses)
      if (known_.insert(util::fold(address)).second) is_new = true;
    if (!is_new) return;
    seen_.push_back({std::move(email.text), std::move(email.addresses), confidence_at(page, line),
                     page, box, std::move(sentence)});
  }

  const model::Paper& paper_;
  std::set<std::string> known_;
  std::vector<EmailSighting> seen_;
};

}  // namespace

std::vector<EmailSighting> see_emails(const model::Paper& paper) {
  Watcher watcher(paper);
  for (const Passage& passage : passages(paper)) watcher.look_at(passage);
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i) {
    const auto& links = paper.document.pages[i].links;
    for (std::size_t j = 0; j < std::min(links.size(), kMostLinksOfAPage); ++j)
      watcher.look_at(links[j], static_cast<int>(i) + 1);
  }
  return watcher.take();
}

}  // namespace checks
