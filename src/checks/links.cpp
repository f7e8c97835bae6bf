#include "checks/links.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <unordered_map>
#include <utility>

#include "checks/passages.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Line;
using model::Role;

// A page with more has its links looked at up to here; a bibliography has about a hundred.
constexpr std::size_t kMostLinksOfAPage = 1000;
// "See LINK", "Code: LINK": what the link is was said in the sentence before.
constexpr std::size_t kFewWords = 2;
// A footnote with more words speaks for itself, whatever the sentence with its mark says.
constexpr std::size_t kMostWordsOfABareNote = 4;

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) || (c & 0x80);
}

std::string sentence_before(std::string_view text, std::size_t end) {
  if (end == 0) return "";
  std::size_t begin = sentence_around(text, end - 1).begin;
  if (count_words(text.substr(begin, end - begin)) <= kFewWords && begin > 1)
    begin = sentence_around(text, begin - 2).begin;
  return std::string(text.substr(begin, end - begin));
}

// A raised mark is glued to the word or stop before it: "available.1", never "uses 1 GPU" or "x1".
bool is_raised(std::string_view text, std::size_t at, std::size_t length) {
  if (at < 2) return false;
  char before = text[at - 1];
  bool glued = std::string_view(".,;:)]}\"'").find(before) != std::string_view::npos ||
               (is_letter(before) && is_letter(text[at - 2]));
  bool ends =
      at + length >= text.size() || !std::isalnum(static_cast<unsigned char>(text[at + length]));
  return glued && ends;
}

// In the title, the block of authors or the abstract, where few link to the work of others.
bool is_in_front(const model::Measured& measured, const Line& line) {
  if (line.role == Role::title || line.role == Role::author) return true;
  if (line.role == Role::abstract) return true;
  if (line.page > 2 || !model::is_running_text(line.role) || measured.sections.empty())
    return false;
  if (line.section < 0) return true;
  auto section = static_cast<std::size_t>(line.section);
  return section < measured.sections.size() &&
         util::fold(measured.sections[section].title) == "abstract";
}

class Finder {
 public:
  explicit Finder(const model::Paper& paper) : paper_(paper), passages_(passages(paper)) {
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      on_page_[passages_[i].first().page].push_back(i);
      for (const Passage::Piece& piece : passages_[i].pieces)
        where_[piece.line] = {i, piece.offset};
    }
  }

  std::vector<LinkMention> run() {
    for (const Passage& passage : passages_) add_printed(passage);
    for (std::size_t i = 0; i < paper_.document.pages.size(); ++i) {
      const auto& links = paper_.document.pages[i].links;
      for (std::size_t j = 0; j < std::min(links.size(), kMostLinksOfAPage); ++j)
        add_behind_words(links[j], static_cast<int>(i) + 1);
    }
    return std::move(found_);
  }

 private:
  void add_printed(const Passage& passage) {
    for (Url& url : find_urls(passage.text)) {
      const Line& line = passage.line_at(url.span.begin);
      if (!seen_.insert({line.page, url.host + url.path}).second) continue;
      LinkMention mention{std::move(url), line.page, line.box, &line, {}, {}, false};
      add_context(passage, mention.url.span.begin, mention);
      of_page_[line.page].push_back(found_.size());
      found_.push_back(std::move(mention));
    }
  }

  void add_behind_words(const model::Link& link, int page) {
    auto url = parse_url(link.uri);
    if (!url || !seen_.insert({page, url->host + url->path}).second) return;
    if (completes_printed(*url, page)) return;
    LinkMention mention{*url, page, link.box, line_under(paper_.measured, page, link.box),
                        {},   {},   false};
    for (std::size_t index : of_page_[page])
      if (found_[index].line == mention.line && found_[index].url.host != url->host)
        mention.printed = found_[index].url;
    auto found = where_.find(mention.line);
    if (found != where_.end()) {
      const auto& [passage, offset] = found->second;
      for (double x : {link.box.left, link.box.right})
        add_context(passages_[passage], offset + letters_until(*mention.line, x), mention);
    }
    found_.push_back(std::move(mention));
  }

  // A printed address is often cut by the end of a line; the link behind it is whole.
  bool completes_printed(const Url& url, int page) {
    for (std::size_t index : of_page_[page]) {
      Url& printed = found_[index].url;
      if (printed.host != url.host || printed.path.empty()) continue;
      if (url.path.starts_with(printed.path)) printed.path = url.path;
      if (printed.path.starts_with(url.path)) return true;
    }
    return false;
  }

  // About how much of a line's text stands left of x, to the end of a word.
  static std::size_t letters_until(const Line& line, double x) {
    std::string_view text = util::trim(line.text);
    double share = line.box.width() > 0 ? (x - line.box.left) / line.box.width() : 0;
    auto at =
        static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * static_cast<double>(text.size()));
    while (at < text.size() && at > 0 && text[at] != ' ' && text[at - 1] != ' ') ++at;
    return at;
  }

  void add_context(const Passage& passage, std::size_t at, LinkMention& mention) const {
    std::string_view text = passage.text;
    std::string own = sentence_before(text, std::min(at, text.size()));
    bool is_bare = count_words(own) <= kMostWordsOfABareNote;
    mention.before.push_back(std::move(own));
    mention.in_front = mention.in_front || is_in_front(paper_.measured, passage.first());
    std::string_view mark = footnote_mark(text);
    if (passage.first().role != Role::footnote || mark.empty() || !is_bare) return;
    for (std::size_t index : on_page_.at(passage.first().page))
      if (passages_[index].first().role != Role::footnote)
        add_marked(passages_[index], mark, mention);
  }

  void add_marked(const Passage& passage, std::string_view mark, LinkMention& mention) const {
    std::string_view text = passage.text;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
      if (!is_raised(text, at, mark.size())) continue;
      mention.before.push_back(sentence_before(text, at));
      mention.in_front = mention.in_front || is_in_front(paper_.measured, passage.first());
    }
  }

  const model::Paper& paper_;
  const std::vector<Passage>& passages_;
  std::unordered_map<const Line*, std::pair<std::size_t, std::size_t>> where_;
  std::unordered_map<int, std::vector<std::size_t>> on_page_;  // in passages_
  std::unordered_map<int, std::vector<std::size_t>> of_page_;  // printed ones, in found_
  std::set<std::pair<int, std::string>> seen_;
  std::vector<LinkMention> found_;
};

}  // namespace

const Line* line_under(const model::Measured& measured, int page, const model::Box& box) {
  const Line* best = nullptr;
  double most = 0;
  for (const Line& line : lines_on(measured, page)) {
    if (!line.box.overlaps(box)) continue;
    double overlap = (std::min(line.box.right, box.right) - std::max(line.box.left, box.left)) *
                     (std::min(line.box.bottom, box.bottom) - std::max(line.box.top, box.top));
    if (overlap <= most) continue;
    most = overlap;
    best = &line;
  }
  return best;
}

std::optional<bool> in_references(const model::Measured& measured, const Line* line, int page,
                                  const model::Box& box) {
  if (line && line->section >= 0 &&
      static_cast<std::size_t>(line->section) < measured.sections.size() &&
      measured.sections[static_cast<std::size_t>(line->section)].class_id == "references")
    return true;
  if (!measured.references) return page == 1 ? std::optional(false) : std::nullopt;
  if (line) return false;
  return page >= measured.references->page && page <= measured.references->ends &&
         (page > measured.references->page || box.bottom > measured.references->y);
}

const std::vector<LinkMention>& find_links(const model::Paper& paper) {
  return paper.workings.get<std::vector<LinkMention>>([&] { return Finder(paper).run(); });
}

}  // namespace checks
