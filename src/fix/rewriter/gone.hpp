// Which objects are taken out wherever they are referred to, by what they are.
#pragma once

#include <optional>

#include "fix/rewriter/objects.hpp"
#include "fix/rewriter/tally.hpp"

namespace fix {

// Why an object must go; none where it stays. `value` is resolved and may be null.
std::optional<Kind> why_gone(const Objects& objects, const Value* value);

// For the report: the kind of comment, of action.
std::string name_of_gone(const Objects& objects, const Value& value);

}  // namespace fix
