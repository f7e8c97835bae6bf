// Pages as they come out of a printer that fits them to a sheet.
#pragma once

#include <string>

#include "checks/check.hpp"

namespace checks {

std::string unless_sheet(const model::Value& value);

// Of checks whose limits may hold for what is printed.
inline constexpr Param kPrintedOn = {
    "printed_on", ParamType::text,
    kOptional,    "sheet that pages are fitted to before they are measured: a4, letter...",
    "",           0,
    unless_sheet};

// By how much a page shrinks or grows there, turned where that is larger; 1 where `printed_on` is
// left out.
double scale_in_print(const model::Paper& paper, int page, const model::Params& with);

// ", printed on A4 (595.3 x 841.9 pt)", to end a sentence with; empty where it is left out.
std::string in_print(const model::Params& with);

}  // namespace checks
