// Which entries the dictionaries of a PDF need, and what the others tell.
#pragma once

#include <optional>
#include <string_view>

#include "fix/rewriter/objects.hpp"
#include "fix/rewriter/tally.hpp"

namespace fix {

// What a dictionary stands for, where all that it may hold is known.
enum class Shape { other, catalog, names, fields, layers, page, image, form, link, field, marks };

Shape shape_of(const Objects& objects, const Value& dictionary);

// Why the entry must go; none where it stays. `value` is what the entry leads to, or null.
std::optional<Kind> why_dropped(const Objects& objects, Shape shape, std::string_view key,
                                const Value* value);

}  // namespace fix
