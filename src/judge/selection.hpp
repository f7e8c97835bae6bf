// Which checks are run, where a user asks for some of a pack's alone; pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/pack.hpp"

namespace judge {

// What results say of a check that was not run for this reason.
inline constexpr std::string_view kNotSelected = "not selected (--select, --ignore)";

// The beginnings of ids of checks. None selected: all are.
struct Selection {
  std::vector<std::string> select, ignore;
  bool is_everything() const { return select.empty() && ignore.empty(); }
};

// The longer beginning wins; of equals, what is ignored.
bool has(const Selection& selection, std::string_view check);

// The pack without the rules that are not selected, whose checks are gaps instead.
model::Pack selected(model::Pack pack, const Selection& selection);

}  // namespace judge
