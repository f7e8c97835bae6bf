// The sizes of type that the parts of a paper are set in.
#pragma once

#include <vector>

#include "measure/sections.hpp"
#include "measure/text_line.hpp"

namespace measure {

model::TypeSizes find_type_sizes(const std::vector<PageText>& pages,
                                 const std::vector<SectionStart>& sections);

}  // namespace measure
