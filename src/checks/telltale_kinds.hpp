// The kinds of traces that a supplement may bear, and what is said of each.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "checks/telltales.hpp"

namespace checks {

struct TelltaleKind {
  std::string_view name;
  std::string_view says;  // behind the supplement's name
  std::string_view fix;
};

std::span<const TelltaleKind> telltale_kinds();

// One for all traces of the kind; none where there are none.
std::optional<model::Finding> finding_of(const model::Supplement& supplement,
                                         const TelltaleKind& kind, const Exceptions& exceptions);

}  // namespace checks
