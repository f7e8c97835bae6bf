// How strong the proof against a paper is: what sheets are sorted by, and who gets pictures first.
#pragma once

#include "model/result.hpp"

namespace report {

// Of a finding: 0 is an error that was measured; more is less of a proof.
int weakness(const model::Finding& finding);

// The lesser one stands first.
struct Strength {
  int best = 0;   // how weak the best of its proofs is
  int fewer = 0;  // minus how many are as good as that one, so that more of them stand first
  bool operator<(const Strength& other) const {
    return best != other.best ? best < other.best : fewer < other.fewer;
  }
};

Strength strength_of(const model::Result& result);

}  // namespace report
