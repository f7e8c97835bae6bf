// A survey as the record of an inspected paper holds it, and back.
#pragma once

#include "model/survey.hpp"
#include "util/json.hpp"

namespace model {

util::Json survey_json(const Survey& survey);

// Throws what json_fields.hpp throws where the JSON is not a survey.
Survey survey_from(const util::Json& json);

}  // namespace model
