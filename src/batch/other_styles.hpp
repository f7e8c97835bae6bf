// Whose style papers are in that are not in that of their pack. Processes that judge cannot open
// files, and most runs need no other pack, so this is told behind them, where one has to be.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "model/fingerprint.hpp"
#include "model/result.hpp"
#include "packs/search.hpp"

namespace batch {

class OtherStyles {
 public:
  using Folders = std::function<packs::SearchPath()>;
  explicit OtherStyles(Folders folders) : folders_(std::move(folders)) {}

  // Looks for the packs and reads them when the first paper needs them. Where they cannot be read,
  // a paper that needs them is unjudged, and the next one tries again.
  void tell(model::Result& result);

 private:
  Folders folders_;
  std::optional<std::vector<model::Fingerprint>> prints_;
};

}  // namespace batch
