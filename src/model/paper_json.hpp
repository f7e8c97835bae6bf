// A paper as JSON and back, without its glyphs and ink: what cases start from and `inspect` dumps.
#pragma once

#include <optional>
#include <string_view>

#include "model/paper.hpp"
#include "util/expected.hpp"
#include "util/json.hpp"

namespace model {

util::Json to_json(const Paper& paper);

// Every key may be left out and then has its default; an unknown key or a wrong type is an error.
util::Expected<Paper> paper_from_json(const util::Json& json);

// The names used in JSON: "body", "running_head"...; "pass", "review"...
std::string_view name_of(Role role);
std::string_view name_of(SpacingKind kind);
std::string_view name_of(DrawingKind kind);
std::string_view name_of(FailureKind kind);
std::string_view name_of(TraceKind kind);

// The one of that name; none where it is no role's.
std::optional<Role> role_named(std::string_view name);

util::Json to_json(const Box& box);  // [left, top, right, bottom], rounded

}  // namespace model
