// Sketches of papers: the text before the references as MinHash, traces of the computer a paper was
// made on and the people whom the organizers name as hashes.
#pragma once

#include <string>
#include <vector>

#include "batch/input.hpp"
#include "model/paper.hpp"
#include "model/sketch.hpp"

namespace batch {

// Of a paper that could not be read an empty one still gives the authors. `row` is what the
// organizers say of the paper; null where there is no manifest. `users` are patterns of names whose
// folders are nobody's: paths into these are no traces. Else the same on every platform and in
// every version, so that records of different days can be compared.
model::Sketch sketch_of(const model::Paper& paper, const Row* row,
                        const std::vector<std::string>& users = {});

}  // namespace batch
