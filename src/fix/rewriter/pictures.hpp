// Pictures in a PDF: what they tell beside the picture is taken out of their streams.
#pragma once

#include <optional>
#include <string>

#include "fix/rewriter/objects.hpp"

namespace fix {

struct Picture {
  std::optional<std::string> bytes;  // where they change; the stream's entries are changed then
  bool is_obscure = false;           // it tells something, and how to take that out is not known
};

// Of any stream; nothing happens to those that are no JPEG or JPEG 2000.
Picture clean_picture(const Objects& objects, Value& stream);

}  // namespace fix
