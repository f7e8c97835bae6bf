// Whose style a paper is in that is not in that of its pack; pure.
#pragma once

#include <span>

#include "model/fingerprint.hpp"
#include "model/result.hpp"

namespace judge {

// Whether a check on the style's texts failed.
bool is_of_other_style(const model::Result& result);

// Adds to the first finding on the style whose style it is, where the paper prints what an
// unrelated venue's does; takes out what is kept for this.
void tell_other_style(model::Result& result, std::span<const model::Fingerprint> prints);

}  // namespace judge
