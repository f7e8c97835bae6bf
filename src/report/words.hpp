// The words by which formats name severities, outcomes, confidences and verdicts.
#pragma once

#include <string_view>

#include "model/result.hpp"

namespace report {

std::string_view word(model::Severity severity);
std::string_view word(model::Outcome outcome);
std::string_view word(model::Confidence confidence);
std::string_view word(model::Verdict verdict);

}  // namespace report
