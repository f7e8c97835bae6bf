// What styles print, found by templates across lines, hyphens and ligatures, and where it stands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/lines.hpp"
#include "checks/squeezed.hpp"
#include "model/finding.hpp"
#include "model/paper.hpp"
#include "model/params.hpp"

namespace checks {

// In a template {year} stands for any year, {ordinal} for "39th" or "First", {number} for digits
// and {words} for a few letters; stars stand for two or more of them, as placeholders have.
struct Print {
  Lines lines;          // it stands on, at least one
  std::string text;     // of these lines
  std::string year;     // "" where the template names none
  std::string ordinal;  // lower case
  Span letters;         // among those of its page; comparable for one Where
  std::size_t of = 0;   // the template, in the list of those looked for
};

// `beside`: where styles print and authors do not write, which is heads, notices and margins, the
// author block and the small type of page 1. `anywhere`: but for the references.
enum class Where { beside, anywhere };

// By page, then by template.
std::vector<Print> find_prints(const model::Measured& measured,
                               const std::vector<std::string>& templates, Where where);

// The first in a text that is none of a page's, such as metadata; it has no lines.
std::optional<Print> find_print(std::string_view text, const std::string& wanted);

// The letters of each line of the first pages on which styles print, each once; find_prints finds
// in them what it finds in the lines, but for stars.
std::vector<std::string> letters_beside(const model::Measured& measured);

// Those that are no part of one of the others, as "9th Meeting" is of "Submitted to 9th Meeting".
std::vector<Print> apart_from(const std::vector<Print>& prints, const std::vector<Print>& others);

void show_at(model::Finding& finding, const Print& print);

std::vector<int> pages_of(const std::vector<Print>& prints);  // sorted, each once

// Whether a page says one of the texts, as measured or in the order painted. A page without letters
// lacks nothing.
bool page_says_any(const model::Paper& paper, int page, const std::vector<std::string>& texts);

// What is wrong with templates, for Param::objection.
std::string unless_templates(const model::Value& value);
std::string unless_editions(
    const model::Value& value);  // or where they name no year and no ordinal

}  // namespace checks
