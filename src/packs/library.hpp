// All packs of a search as they are now, so that processes that cannot open files can read them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/fingerprint.hpp"
#include "packs/packs.hpp"
#include "packs/search.hpp"

namespace packs {

class Library {
 public:
  // Of files whose bytes were read.
  explicit Library(Index read) : index_(std::move(read)) {}

  util::Expected<model::Pack> load(const std::string& id, const Choice& choice) const;
  std::vector<model::Fingerprint> fingerprints() const;
  std::string sha256() const;  // over the bytes of all files

 private:
  Index index_;
};

}  // namespace packs
