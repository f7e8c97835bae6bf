#include "batch/automatic.hpp"

#include <utility>

#include "judge/recognize.hpp"
#include "util/format.hpp"

namespace batch {

const Automatic::Loaded& Automatic::load(const std::string& id, const packs::Choice& choice) const {
  Key key{id, choice.stage, choice.track};
  auto known = loaded_.find(key);
  if (known != loaded_.end()) return *known->second;
  Loaded pack = library_.load(id, choice);
  if (pack) pack = judge::selected(std::move(*pack), checks_);
  return *loaded_.emplace(key, std::make_unique<const Loaded>(std::move(pack))).first->second;
}

Selection Automatic::select(const model::Paper& paper, const std::string& track) const {
  Selection selection;
  judge::Recognition found = judge::recognize(paper, prints_);
  selection.match = std::move(found.match);
  if (found.id.empty()) return selection;
  packs::Choice choice = choice_;
  if (!track.empty()) choice.track = track;
  const Loaded& pack = load(found.id, choice);
  if (pack)
    selection.pack = &*pack;
  else
    selection.problem = fmt::format("{} fits best, but: {}; name a pack with --pack", found.id,
                                    pack.error().message);
  return selection;
}

const model::Pack* Automatic::find(const model::PackFacts& facts) const {
  const Loaded& pack = load(facts.id, {facts.stage, facts.track.value_or("")});
  return pack && pack->sha256 == facts.sha256 ? &*pack : nullptr;
}

std::string Automatic::key() const {
  return fmt::format("auto={} {} {}", library_.sha256(), choice_.stage, choice_.track);
}

}  // namespace batch
