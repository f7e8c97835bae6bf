// Which archive belongs to which paper: as --supplement says, else what lies beside it.
#pragma once

#include <memory>
#include <optional>

#include "batch/source.hpp"
#include "cli/request.hpp"

namespace cli {

// What is wrong with --supplement.
std::optional<util::Error> find_wrong_supplement(const Request& request);

std::unique_ptr<batch::Source> with_supplements(std::unique_ptr<batch::Source> source,
                                                const Request& request);

}  // namespace cli
