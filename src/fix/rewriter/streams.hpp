// What pictures and drawing instructions tell beside what they show is taken out of their streams.
#pragma once

#include <optional>
#include <string>

#include "fix/rewriter/objects.hpp"

namespace fix {

struct Picture {
  std::optional<std::string> bytes;  // where they change; the stream's entries are changed then
  bool is_obscure = false;           // it tells something, and how to take that out is not known
};

// A stream of drawing instructions without its remarks; none where there are none. Its entries are
// changed then.
std::optional<std::string> clean_drawing(const Objects& objects, Value& stream);

std::string deflated(const std::string& bytes);

// Of any stream; nothing happens to those that are no JPEG or JPEG 2000.
Picture clean_picture(const Objects& objects, Value& stream);

}  // namespace fix
