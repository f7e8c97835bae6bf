// Words of a file that no page shows, wherever the document keeps them, and how findings speak of
// them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "checks/check.hpp"
#include "checks/patterns.hpp"

namespace checks {

// Document::traces, and what stands in fields of its own: the Info dictionary, XMP, names of
// figures' files, outline, annotations, links and destinations. Put together once for all checks.
const std::vector<model::Trace>& all_traces(const model::Paper& paper);

// "the figure ./a.pdf", "a JPEG image", "the outline".
std::string holder_of(const model::Trace& trace);

// How sure it is that a value, which had better be empty, names somebody; none for what the pack
// allows and for what says the title once more. One word may be a log-in as well as a name.
std::optional<model::Confidence> naming(const model::Paper& paper, const std::string& value,
                                        const Patterns& allowed);

// Finds each value once, however many figures have it: `judge` says how sure it is of a trace, or
// none; `describe` makes the finding of the first with the value, which gets page and evidence.
Findings group_traces(
    const model::Paper& paper,
    const std::function<std::optional<model::Confidence>(const model::Trace&)>& judge,
    const std::function<model::Finding(const model::Trace& first, int count)>& describe);

// The e-mail addresses in a text, without those that a pack allows.
std::vector<std::string> addresses_in(const std::string& text, const Patterns& allowed);

// Says so where a limit left some traces unread.
void add_unread_traces(const model::Paper& paper, Findings& findings);

// Whether a list of keys has this one, in any case.
bool is_among(const std::vector<std::string>& keys, std::string_view key);

}  // namespace checks
