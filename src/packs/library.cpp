#include "packs/library.hpp"

#include "packs/fingerprints.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"

namespace packs {

util::Expected<model::Pack> Library::load(const std::string& id, const Choice& choice) const {
  return packs::load(id, choice, index_);
}

std::vector<model::Fingerprint> Library::fingerprints() const {
  return read_fingerprints(index_);
}

std::string Library::sha256() const {
  util::Sha256 hash;
  for (const auto& [id, file] : index_) {
    hash.add(fmt::format("{}:{}:", id, file.bytes ? file.bytes->size() : 0));
    if (file.bytes) hash.add(*file.bytes);
  }
  return hash.digits();
}

}  // namespace packs
