#include "packs/packs.hpp"

namespace packs {

std::vector<Listing> list(const SearchPath&) { return {}; }

util::Expected<model::Pack> load(const std::string& name, const Choice&, const SearchPath&) {
  return util::Error{name + ": no such pack"};
}

std::vector<util::Error> validate(const std::filesystem::path&, const SearchPath&) { return {}; }

}  // namespace packs
