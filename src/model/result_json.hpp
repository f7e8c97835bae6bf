// A result in the published format: its keys, their order, and null for what is absent.
#pragma once

#include "model/result.hpp"
#include "util/expected.hpp"
#include "util/json.hpp"

namespace model {

// Of a result without a pack (nothing was judged): schema, tool, file and measured alone.
util::Json to_json(const Result& result);

// The same, with key and sketch in "record": a line of NDJSON, from which any report can be made.
util::Json to_record(const Result& result);

// Back from to_json or to_record. Meant for records that a hostile process may have written: sizes,
// ranges and words are checked, unknown keys are errors. to_record of the answer gives the same
// bytes.
util::Expected<Result> result_from_json(const util::Json& json);

}  // namespace model
