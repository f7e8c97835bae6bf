// How a result says that a hidden text was left to whoever put it into most papers of a batch.
#pragma once

#include <string_view>

namespace model {

// What the reason of such an Unchecked begins with; the text follows in quotation marks.
inline constexpr std::string_view kPlatformText =
    "most papers of this batch hide the same text, which is taken for the platform's: ";

// What the message of a finding ends with that would be an accusation, and is left to a person.
inline constexpr std::string_view kHiddenByMost =
    " Most papers of this batch hide the same: did the platform or the venue put it there?";

}  // namespace model
