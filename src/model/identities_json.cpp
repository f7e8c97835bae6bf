#include "model/identities_json.hpp"

#include <algorithm>

#include "model/json_fields.hpp"
#include "model/result_json.hpp"
#include "util/text.hpp"

namespace model {
namespace {

using util::Json;

Json names(const std::vector<std::string>& texts) {
  Json out = Json::array();
  for (std::size_t i = 0; i < std::min(texts.size(), kMostListed); ++i)
    out.push_back(util::shortened(texts[i], kMostOfAName));
  return out;
}

}  // namespace

Json identities_json(const Identities& people) {
  return util::object({{"names", names(people.names)},
                       {"emails", names(people.emails)},
                       {"affiliations", names(people.affiliations)},
                       {"handles", names(people.handles)}});
}

Identities identities_from(const Json& json) {
  Identities it;
  if (json.is_null()) return it;
  Fields fields(json);
  auto names = [](const Json& all) { return list(all, kMostListed, name); };
  fields.field("names", it.names, names);
  fields.field("emails", it.emails, names);
  fields.field("affiliations", it.affiliations, names);
  fields.field("handles", it.handles, names);
  fields.finish();
  return it;
}

}  // namespace model
