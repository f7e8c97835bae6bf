// What is done with the bytes of one paper: read, measured, and judged by the pack of its track.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "batch/automatic.hpp"
#include "batch/run.hpp"
#include "model/pack.hpp"
#include "model/vocabulary.hpp"

namespace batch {

struct Judging {
  // One for each track that there is; the first is for papers whose track nobody names. None:
  // papers are measured only.
  std::vector<model::Pack> packs;
  // Where nobody names a pack. `packs` then holds the one of any venue alone, for papers that no
  // other fits.
  std::shared_ptr<const Automatic> automatic;
  model::Vocabulary vocabulary;  // where nothing is judged
  // What a paper may need is then made when this one does, and not before all of them.
  bool is_for_one = false;
  // Hash of all that the result depends on; not asked for where there is no function.
  std::function<std::string(const Input&, const std::string& sha256)> key;
};

// The pack for a paper; the first where its track is not known. Null where there are none.
const model::Pack* pack_for(const Judging& judging, const Input& input);

// Makes libraries set up what they need once, so that no process has to do it again.
Work make_work(Judging judging);

}  // namespace batch
