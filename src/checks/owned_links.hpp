// Links that lead to what is the authors' own.
#pragma once

#include <optional>

#include "checks/links.hpp"
#include "checks/ownership.hpp"
#include "model/finding.hpp"

namespace checks {

// How sure it is that the link is the authors' own; none where it may well be a citation.
std::optional<model::Confidence> confidence_in_owner(const LinkMention& link, const Cues& cues);

}  // namespace checks
