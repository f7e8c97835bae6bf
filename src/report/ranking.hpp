// What matters most in a result, and the short sentences that formats for machines share.
#pragma once

#include <string>
#include <vector>

#include "report/telling.hpp"

namespace report {

// The first finding of the group that matters most; null where there is none.
const model::Finding* worst(const model::Result& result);

// Why there is no verdict, without a full stop and without the path; empty where there is one.
std::string reason_unjudged(const model::Result& result);

// As sites for submissions number papers, from 1.
bool is_paper_number(const std::string& id);

// "p. 10: The main part takes 9 pages and 3 lines.", fit for a terminal, and behind it what is
// settled of it.
std::string placed_message(const model::Finding& finding);

// What was found, what is allowed, who says so and how to mend it, a line each.
std::vector<std::string> details(const model::Finding& finding);

}  // namespace report
