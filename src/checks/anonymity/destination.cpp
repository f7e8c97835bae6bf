#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/traces.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::anonymity {
namespace {

using model::Confidence;
using model::Trace;
using model::TraceKind;

constexpr Param kParams[] = {
    {"own_words", ParamType::texts, "ours",
     "words in the key of a reference by which authors mark their own work"},
};

// Words of "doe2020ours:arxiv" and "our_paper": what letters of other kinds part.
bool has_word(std::string_view key, const std::vector<std::string>& words) {
  const std::string folded = util::fold(key);
  auto is_letter = [&](std::size_t at) {
    return at < folded.size() && folded[at] >= 'a' && folded[at] <= 'z';
  };
  for (const std::string& word : words)
    for (auto at = folded.find(word); at != std::string::npos; at = folded.find(word, at + 1))
      if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return true;
  return false;
}

Findings run(const model::Paper& paper, const model::Params& with) {
  auto judge = [&](const Trace& trace) -> std::optional<Confidence> {
    constexpr std::string_view kCited = "cite.";
    if (trace.kind != TraceKind::destination || !trace.text.starts_with(kCited))
      return std::nullopt;
    if (!has_word(std::string_view(trace.text).substr(kCited.size()), with.texts("own_words")))
      return std::nullopt;
    return Confidence::possible;
  };
  return group_traces(paper, judge, [](const Trace&, int) {
    return failed("The hidden key of a reference may say that it is the authors' own work.",
                  "1 such key", "keys that say nothing of the kind",
                  "Rename the entry in the .bib file: hyperref writes its key into the PDF.");
  });
}

}  // namespace

extern constinit const Check destination{
    .id = "anonymity/destination",
    .summary = "hidden keys of references that mark the authors' own work",
    .params = kParams,
    .run = run,
};

}  // namespace checks::anonymity
