// Runs the rules of a pack that compare papers with each other, and adds what they say to the
// papers' results; pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/pack.hpp"
#include "model/result.hpp"

namespace judge {

// What the comparisons say of one paper.
struct Comparison {
  std::vector<model::Finding> findings;     // with what the judge adds from their rules
  std::vector<std::string> checked;         // compared, and nothing found
  std::vector<model::Unchecked> unchecked;  // could not be compared
};

// Whether the pack has such rules: results need sketches then.
bool compares_papers(const model::Pack& pack);

// What is kept of a result until all others are there too.
model::Submission submission_of(const model::Result& result);

// One answer for each submission, in their order; what it says does not depend on that order.
std::vector<Comparison> compare(std::span<const model::Submission> submissions,
                                const model::Pack& pack);

// The result with the comparison in place of any earlier one: findings, checked and unchecked in
// the judge's order, and the verdict that follows. Also sets Finding::for_person of all findings
// from the pack's rules. Doing it twice changes nothing.
model::Result with_comparison(model::Result result, Comparison comparison, const model::Pack& pack);

}  // namespace judge
