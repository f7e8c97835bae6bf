// The pack of each paper where nobody names one: found by its style, loaded when a paper has it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "judge/selection.hpp"
#include "model/fingerprint.hpp"
#include "model/paper.hpp"
#include "model/result.hpp"
#include "packs/library.hpp"

namespace batch {

struct Selection {
  const model::Pack* pack = nullptr;  // null: none fits, or it could not be loaded
  model::PackMatch match;
  std::string problem;  // why a pack that fits cannot be used; empty where it can
};

class Automatic {
 public:
  // Files were read, since processes that judge papers cannot open any. `choice` is what the user
  // asks for; a paper's own track goes before its track.
  Automatic(packs::Index read, packs::Choice choice, judge::Selection checks = {})
      : library_(std::move(read)),
        choice_(std::move(choice)),
        checks_(std::move(checks)),
        prints_(library_.fingerprints()) {}

  Selection select(const model::Paper& paper, const std::string& track) const;

  // The pack that a result was judged by; null where it is none of these.
  const model::Pack* find(const model::PackFacts& facts) const;

  // Of all that a result depends on beside the paper.
  std::string key() const;

 private:
  using Loaded = util::Expected<model::Pack>;
  using Key = std::tuple<std::string, std::string, std::string>;

  const Loaded& load(const std::string& id, const packs::Choice& choice) const;

  packs::Library library_;
  packs::Choice choice_;
  judge::Selection checks_;
  std::vector<model::Fingerprint> prints_;
  mutable std::map<Key, std::unique_ptr<const Loaded>> loaded_;
};

}  // namespace batch
