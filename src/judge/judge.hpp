// Runs a pack's rules on one paper and sums up; pure.
#pragma once

#include "model/pack.hpp"
#include "model/result.hpp"

namespace judge {

// Fills pack, verdict, findings, checked and unchecked of a result whose paper is set.
model::Result judge(model::Result result, const model::Pack& pack);

}  // namespace judge
