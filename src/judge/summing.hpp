// What every finding gets from its rule, and how findings make an answer: order, fingerprints,
// verdict.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/pack.hpp"
#include "model/result.hpp"

namespace judge {

// Findings of one kind beyond this many say nothing new and would bury the others.
inline constexpr std::size_t kMostOfAKind = 20;

// Whether the rule is about several papers, not one.
bool compares(const model::Rule& rule);

void add_rule(model::Finding& finding, const model::Rule& rule);

// In the order of the findings, which must be the final one.
void add_fingerprints(std::vector<model::Finding>& findings);

// Brings findings and unchecked in order; `quiet` are the checks of which some rule found nothing.
void sort_out(model::Result& result, std::set<std::string> quiet);

// Of a result whose paper could be read.
model::Verdict sum_up(const std::vector<model::Finding>& findings, bool is_truncated);

}  // namespace judge
