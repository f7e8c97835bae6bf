#include <algorithm>

#include "checks/findings.hpp"
#include "checks/patterns.hpp"
#include "checks/telltales.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks::supplement {
namespace {

using model::Confidence;
using model::Repository;

constexpr Param kParams[] = {
    {"allow", ParamType::texts, "", "patterns of people that are nobody", "", 0, unless_patterns},
    {"others", ParamType::texts, "", "folders of other people's work"},
};

// Each version says who made it, and so does a copy that was only fetched, in its own log.
Confidence confidence_in(const Repository& it, const Patterns& allowed,
                         const std::vector<std::string>& others) {
  bool is_somebody = std::any_of(it.people.begin(), it.people.end(),
                                 [&](const std::string& who) { return !allowed.match(who); });
  if (is_somebody) return Confidence::certain;
  if (!it.people.empty() || lies_in(it.folder + "/", others)) return Confidence::possible;
  return it.has_history ? Confidence::certain : Confidence::likely;
}

std::string evidence_of(const Repository& it) {
  std::vector<std::string> all = it.people;
  all.insert(all.end(), it.remotes.begin(), it.remotes.end());
  constexpr std::size_t kMostShown = 5;
  if (all.size() > kMostShown) all.resize(kMostShown);
  return util::join(all, "; ");
}

Findings run(const model::Paper& paper, const model::Params& with) {
  const model::Supplement& supplement = *paper.supplement;
  Patterns allowed(with.texts("allow"));
  Findings findings;
  for (const Repository& it : supplement.repositories) {
    model::Finding finding = failed(
        fmt::format("{} holds {} of a {} repository, in {}.", supplement.path,
                    it.has_history ? "the history" : "settings", it.system, it.folder),
        counted(static_cast<int>(it.people.size()), "name") + ", " +
            counted(static_cast<int>(it.remotes.size()), "remote"),
        "no files of a version control system",
        "Pack the work without them: git archive --format=zip -o supplement.zip HEAD, or zip -r "
        "supplement.zip . -x '*.git*'.");
    finding.confidence = confidence_in(it, allowed, with.texts("others"));
    finding.evidence = evidence_of(it);
    findings.push_back(std::move(finding));
  }
  if (findings.empty()) return unless_read(supplement, true);
  return findings;
}

}  // namespace

extern constinit const Check version_control{
    .id = "supplement/version-control",
    .summary = "histories of git, Mercurial or Subversion in the supplement",
    .params = kParams,
    .run = run,
    .reads_supplement = true,
};

}  // namespace checks::supplement
