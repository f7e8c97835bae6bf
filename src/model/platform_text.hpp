// How a result says that a hidden text was left to whoever put it into most papers of a batch.
#pragma once

#include <string_view>

namespace model {

// What the reason of such an Unchecked begins with; the text follows in quotation marks.
inline constexpr std::string_view kPlatformText =
    "most papers of this batch hide the same text, which is taken for the platform's: ";

}  // namespace model
