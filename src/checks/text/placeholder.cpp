#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/lines.hpp"
#include "checks/passages.hpp"
#include "checks/squeezed.hpp"
#include "util/format.hpp"

namespace checks::text {
namespace {

using model::Role;

constexpr Param kParams[] = {
    {"words", ParamType::texts, kRequired, "what templates print where the authors should write"},
    {"front", ParamType::texts, "", "the same, looked for in the title and the author block alone"},
};

struct Sighting {
  const model::Line* line;
  std::string text;
};

// Who quotes a placeholder writes about it.
bool is_quoted(std::string_view text, const Span& span) {
  constexpr std::string_view kQuotes[] = {"\"", "“", "‘", "„", "`"};
  std::string_view before = text.substr(0, span.begin);
  return std::any_of(std::begin(kQuotes), std::end(kQuotes),
                     [&](std::string_view quote) { return before.ends_with(quote); });
}

void look_for(const std::vector<Phrase>& words, const Passage& passage,
              std::vector<Sighting>& sightings) {
  Squeezed letters(passage.text);
  for (const Phrase& wanted : words)
    if (auto span = letters.find(wanted); span && !is_quoted(passage.text, *span))
      sightings.push_back({&passage.line_at(span->begin),
                           passage.text.substr(span->begin, span->end - span->begin)});
}

Findings run(const model::Paper& paper, const model::Params& with) {
  std::vector<Sighting> sightings;
  auto words = phrases_of(with.texts("words")), front = phrases_of(with.texts("front"));
  for (const Passage& passage : passages(paper)) {
    look_for(words, passage, sightings);
    Role role = passage.first().role;
    if (role == Role::title || role == Role::author) look_for(front, passage, sightings);
  }
  if (sightings.empty() && !has_text(paper, 1))
    return {undecided("The first page has no text that can be read.")};
  if (sightings.empty()) return {};
  std::vector<std::string> texts;
  Lines lines;
  for (const Sighting& sighting : sightings) {
    if (std::find(texts.begin(), texts.end(), sighting.text) == texts.end())
      texts.push_back(sighting.text);
    lines.push_back(sighting.line);
  }
  std::string where = page_list(pages_of(lines));
  auto finding = failed(
      fmt::format("A template's placeholder was left in the text: \"{}\".", texts.front()),
      fmt::format("{} on {}", counted(static_cast<int>(sightings.size()), "placeholder"), where),
      "none", "Write your own text there, or take the command that prints it out of the source.");
  finding.confidence = model::Confidence::likely;
  show_at(finding, *lines.front());
  finding.evidence = name_list(texts);
  return {finding};
}

}  // namespace

extern constinit const Check placeholder{
    .id = "text/placeholder",
    .summary = "a template's own words left in the paper",
    .params = kParams,
    .run = run,
};

}  // namespace checks::text
