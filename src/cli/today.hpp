// The day it is, for what holds until a day.
#pragma once

#include <string>

namespace cli {

// An ISO date in UTC; of SOURCE_DATE_EPOCH where that is set.
std::string today();

}  // namespace cli
