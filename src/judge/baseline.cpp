#include "judge/baseline.hpp"

namespace judge {

void Baseline::add(const model::Result& result) {
  Found& found = papers_[result.file.path];
  for (const model::Finding& finding : result.findings) found.insert(finding.fingerprint);
  if (result.file.id.empty()) return;
  auto [known, is_new] = paths_.emplace(result.file.id, result.file.path);
  if (!is_new && known->second != result.file.path) known->second.clear();
}

bool Baseline::has(const model::FileFacts& file, const model::Finding& finding) const {
  const Found* found = of(file);
  return found && found->contains(finding.fingerprint);
}

const Baseline::Found* Baseline::of(const model::FileFacts& file) const {
  auto paper = papers_.find(file.path);
  if (paper != papers_.end()) return &paper->second;
  auto known = paths_.find(file.id);
  if (known == paths_.end() || known->second.empty()) return nullptr;
  return &papers_.at(known->second);
}

}  // namespace judge
