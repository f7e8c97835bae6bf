// Which checks are run, as --select and --ignore say.
#pragma once

#include <string>
#include <vector>

#include "cli/request.hpp"
#include "judge/selection.hpp"

namespace cli {

// An error names the nearest check or group where no id begins as asked.
util::Expected<judge::Selection> selection_of(const Request& request);

// As options that change results.
std::vector<std::string> deciding(const judge::Selection& selection);

// The pack with what is selected of it. An error where nothing is.
util::Expected<model::Pack> selected(model::Pack pack, const judge::Selection& selection);

}  // namespace cli
