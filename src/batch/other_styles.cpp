#include "batch/other_styles.hpp"

#include <set>
#include <string>

#include "judge/other_style.hpp"
#include "packs/fingerprints.hpp"
#include "util/format.hpp"

namespace batch {
namespace {

// A finding without what is to be said in it would be another one than anywhere else.
void give_up(model::Result& result, const std::string& why) {
  result.stopped =
      fmt::format("{}: the packs that tell its style cannot be read: {}", result.file.path, why);
  result.verdict = model::Verdict::unjudged;
  std::set<std::string> checks(result.checked.begin(), result.checked.end());
  for (const model::Finding& finding : result.findings) checks.insert(finding.check);
  for (const model::Unchecked& it : result.unchecked) checks.insert(it.check);
  result.unchecked.clear();
  for (const std::string& check : checks) result.unchecked.push_back({check, result.stopped});
  result.paper.reset();
  result.findings.clear();
  result.checked.clear();
  result.printed.clear();
}

}  // namespace

void OtherStyles::tell(model::Result& result) {
  if (result.printed.empty()) return;
  if (!prints_) {
    auto index = packs::read_packs(folders_());
    if (!index) return give_up(result, index.error().message);
    prints_ = packs::read_prints(*index);
  }
  judge::tell_other_style(result, *prints_);
}

}  // namespace batch
