// A result in the published format: its keys, their order, and null for what is absent.
#pragma once

#include "model/result.hpp"
#include "util/json.hpp"

namespace report {

// Of a result without a pack (nothing was judged): schema, tool, file and measured alone.
util::Json to_json(const model::Result& result);

}  // namespace report
