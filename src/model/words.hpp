// The words by which formats name severities, outcomes, confidences and verdicts.
#pragma once

#include <string_view>

#include "model/result.hpp"

namespace model {

std::string_view word(Severity severity);
std::string_view word(Outcome outcome);
std::string_view word(Confidence confidence);
std::string_view word(Verdict verdict);

}  // namespace model
