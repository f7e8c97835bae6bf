#include <algorithm>
#include <iterator>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/passages.hpp"
#include "checks/patterns.hpp"
#include "checks/zones.hpp"
#include "util/format.hpp"

namespace checks::text {
namespace {

constexpr Param kParams[] = {
    {"forbidden", ParamType::texts, "", "patterns of what must not be there", "", 0,
     unless_patterns},
    {"wanted", ParamType::texts, "", "patterns of which one must be there", "", 0, unless_patterns},
    {"allow", ParamType::texts, "",
     "patterns that match the whole of what is found where that does no harm", "", 0,
     unless_patterns},
    {"zones", ParamType::texts, "anywhere", "parts of the paper that are looked at", kZones},
    {"message", ParamType::text, kOptional, "the finding's sentence, for the author"},
};

struct Match {
  const model::Line* line;
  std::string text;
};

// What the expressions are held against: the passage as people read it, words that are broken at
// the end of a line put together.
class ReadText {
 public:
  explicit ReadText(const Passage& passage) : passage_(passage) {
    std::size_t from = 0;
    for (std::size_t i = 1; i < passage.pieces.size(); ++i) {
      std::size_t at = passage.pieces[i].offset;
      if (!is_broken_word(at)) continue;
      copy(from, at - 2);
      from = at;
    }
    copy(from, passage.text.size());
  }

  const std::string& text() const { return text_; }
  const model::Line& line_at(std::size_t offset) const {
    auto after = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                  [](std::size_t at, const Run& run) { return at < run.here; });
    const Run& run = *std::prev(after);
    return passage_.line_at(run.there + offset - run.here);
  }

 private:
  struct Run {
    std::size_t here, there;  // in this text, in the passage's
  };

  bool is_broken_word(std::size_t at) const {
    auto is_small = [&](std::size_t i) {
      return passage_.text[i] >= 'a' && passage_.text[i] <= 'z';
    };
    return at >= 3 && at < passage_.text.size() && passage_.text.compare(at - 2, 2, "- ") == 0 &&
           is_small(at - 3) && is_small(at);
  }
  void copy(std::size_t from, std::size_t to) {
    runs_.push_back({text_.size(), from});
    text_.append(passage_.text, from, to - from);
  }

  const Passage& passage_;
  std::vector<Run> runs_;
  std::string text_;
};

bool is_found(const model::Paper& paper, const Zones& zones) {
  const auto& all = passages(paper);
  return std::any_of(all.begin(), all.end(),
                     [&](const Passage& passage) { return zones.has(passage.first()); });
}

std::vector<Match> find(const model::Paper& paper, const Zones& zones, const Patterns& wanted) {
  std::vector<Match> all;
  for (const Passage& passage : passages(paper)) {
    if (!zones.has(passage.first())) continue;
    ReadText read(passage);
    for (const Span& span : wanted.find_all(read.text()))
      all.push_back(
          {&read.line_at(span.begin), read.text().substr(span.begin, span.end - span.begin)});
  }
  return all;
}

model::Finding as_finding(const std::vector<Match>& matches, const model::Params& with) {
  std::vector<std::string> texts;
  std::vector<int> pages;
  for (const Match& match : matches) {
    if (std::string text = quoted_line(match.text);
        std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
    if (pages.empty() || pages.back() != match.line->page) pages.push_back(match.line->page);
  }
  std::string message =
      with.has("message")
          ? with.text("message")
          : fmt::format("The paper has \"{}\", which it must not have.", texts.front());
  int count = static_cast<int>(matches.size());
  auto finding = failed(message, fmt::format("{} on {}", counted(count, "place"), page_list(pages)),
                        "none", "Take it out of the source, or write it differently.");
  finding.page = matches.front().line->page;
  finding.box = matches.front().line->box;
  finding.evidence = name_list(texts);
  return finding;
}

model::Finding missing(const model::Params& with) {
  std::string what = name_list(with.texts("wanted"));
  auto finding =
      failed(with.has("message") ? with.text("message") : fmt::format("No text matches {}.", what),
             "not found", "one text that matches " + what, "Write it where the venue asks for it.");
  finding.confidence = model::Confidence::likely;
  return finding;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  Zones zones(with.texts("zones"));
  Patterns allowed(with.texts("allow"));
  std::vector<Match> forbidden = find(paper, zones, Patterns(with.texts("forbidden")));
  std::erase_if(forbidden, [&](const Match& match) { return allowed.match(match.text); });
  Findings findings;
  if (!forbidden.empty()) findings.push_back(as_finding(forbidden, with));
  bool is_unseen = paper.document.truncated || !has_text(paper, 1);
  if (is_unseen && forbidden.empty()) return {undecided("Not all of the text can be read.")};
  if (with.texts("wanted").empty()) return findings;
  if (!is_found(paper, zones))
    findings.push_back(undecided("The part of the paper where it must stand was not found."));
  else if (find(paper, zones, Patterns(with.texts("wanted"))).empty())
    findings.push_back(missing(with));
  return findings;
}

}  // namespace

extern constinit const Check pattern{
    .id = "text/pattern",
    .summary = "a venue's own expressions, for what must or must not be written",
    .params = kParams,
    .run = run,
    .one_of = "forbidden wanted",
};

}  // namespace checks::text
