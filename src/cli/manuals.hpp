// The manual pages that are made from tables and pages: of the language of packs, and of checks.
#pragma once

#include <ostream>

namespace cli {

void write_manual_of_packs(std::ostream& out);   // section 5
void write_manual_of_checks(std::ostream& out);  // section 7

}  // namespace cli
