// What a run came to, as HTML: the counts at the head of a sheet, and the sums beside it.
#pragma once

#include <string>
#include <vector>

#include "report/tally.hpp"

namespace report {

// "104 papers", and how many of them are what; the script makes filters of its buttons.
std::string html_counts(const Tally& tally);

// The most frequent findings, what could not be judged and why, what most papers hide: as the text
// report has them at its end.
std::string html_sums(const Tally& tally);

// "Note that this waiver meets no finding."
std::string html_remarks(const std::vector<std::string>& remarks);

}  // namespace report
