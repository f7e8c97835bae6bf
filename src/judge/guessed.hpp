// What is different where a pack was not named but found; pure.
#pragma once

#include "model/pack.hpp"
#include "model/result.hpp"

namespace judge {

// Says so in the result. No finding is more certain than that its pack is the right one, but for
// those by rules of `any_venue`, which hold everywhere; the verdict follows.
model::Result as_guessed(model::Result result, model::PackMatch match,
                         const model::Pack& any_venue);

}  // namespace judge
