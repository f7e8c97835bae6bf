// Findings about what a file does by itself or at a click.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "checks/check.hpp"

namespace checks {

// One finding for all actions of a kind and trigger, as sure as `judge` is of the first; none where
// it is not.
Findings group_actions(
    const model::Paper& paper,
    const std::function<std::optional<model::Confidence>(const model::Action&)>& judge,
    const std::string& fix);

}  // namespace checks
