#include "checks/owned_links.hpp"

#include <algorithm>

#include "model/role.hpp"

namespace checks {

std::optional<model::Confidence> confidence_in_owner(const LinkMention& link, const Cues& cues) {
  if (link.line && link.line->role == model::Role::author) return model::Confidence::likely;
  Claim best = Claim::none;
  for (const std::string& before : link.before) best = std::max(best, claim(before, cues));
  if (best == Claim::clear) return model::Confidence::likely;
  if (best == Claim::unsure || link.in_front) return model::Confidence::possible;
  return std::nullopt;
}

}  // namespace checks
