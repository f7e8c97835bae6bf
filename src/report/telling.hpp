// The words in which a result is told to a person, whatever the format.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/result.hpp"

namespace report {

// A pack's sentences are its author's and may be longer than what is quoted from a paper.
inline constexpr std::size_t kMostOfASentence = 1000;

// The first one matters most; what is waived or was known before counts nowhere.
enum class Group { problem, look, warning, note, waived, known };

Group group_of(const model::Finding& finding);
int count(const model::Result& result, Group group);

// What the paper comes to, in one line, without its full stop.
std::string headline(const model::Result& result);

// "paper.pdf: 11 pages, judged as submission by example-2025 1.0.0"
std::string facts(const model::Result& result);

// How the pack was found where nobody named one, and how to name it.
std::string how_found(const model::PackMatch& match, const std::string& id);

// "page 2, 75 pt from the top"; empty where it has no place.
std::string where(const model::Finding& finding);

// "agreed with the chairs (A. Chair, until 2027-01-31)"
std::string words_of(const model::Ruling& ruling);

// "sections/intro.tex:41"; empty where its source is not known.
std::string source_of(const model::Finding& finding);

// What a person or an earlier run has said of it: "waived: agreed with ...", "confirmed: ...",
// "in the baseline"; empty where nobody has.
std::string settled(const model::Finding& finding);

// What could not be checked: why, and the checks with that reason.
std::vector<std::pair<std::string, std::vector<std::string>>> unchecked_by_reason(
    const model::Result& result);

}  // namespace report
