// Adds marks to a PDF as an update at its end; its own bytes stay as they are.
#pragma once

#include <string_view>
#include <vector>

#include "fix/mark.hpp"
#include "fix/rewriter/rewriter.hpp"

namespace fix {

// Written::bytes is what belongs behind the file; `second_id` stays 0 where the file has no
// identifiers.
using Annotate = void(std::string_view pdf, const std::vector<Mark>& marks, Written& out);

}  // namespace fix

// Throws std::bad_alloc alone.
extern "C" __attribute__((visibility("default"))) fix::Annotate deskcheck_annotate;
