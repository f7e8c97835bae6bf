// Where the main part, the references and the appendix are, out of classified lines.
#pragma once

#include <optional>
#include <vector>

#include "measure/sections.hpp"
#include "measure/text_line.hpp"

namespace measure {

// The last line that counts, in reading order; `block` gives the height that `fill` refers to.
std::optional<model::MainEnd> find_main_end(const std::vector<PageText>& pages,
                                            const std::vector<SectionStart>& sections,
                                            const std::optional<Box>& block);

std::optional<model::References> find_references(const std::vector<SectionStart>& sections,
                                                 const std::vector<PageText>& pages);

std::optional<model::Place> find_appendix(const std::vector<SectionStart>& sections);

// Words in lines that count; one cut by a hyphen at a line's end is one.
int count_words(const std::vector<PageText>& pages);

}  // namespace measure
