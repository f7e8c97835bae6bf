// Values of a rule's `with`, read as the types that its check declares.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "checks/check.hpp"
#include "packs/node.hpp"
#include "packs/problems.hpp"

namespace packs {

// Lengths come out in points. `classes`: the section classes of the pack; empty = any word goes.
std::optional<model::Value> read_value(const checks::Param& param, const Entry& entry,
                                       std::span<const std::string> classes, Problems& problems);

// "a whole number", "a list of lengths such as "10pt""; for messages.
std::string_view name_of(checks::ParamType type);

}  // namespace packs
