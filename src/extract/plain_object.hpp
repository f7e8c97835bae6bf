// Reads an object that is written as nearly all writers write them.
#pragma once

#include <Object.h>

#include <optional>
#include <string_view>

class XRef;

namespace extract {

// The object that `text` is, and nothing but white space around it. None where any of it could be
// read in two ways, or needs decoding: that is for the library, which takes each byte through two
// virtual calls. What is returned is what the library's parser would return.
std::optional<Object> read_plain_object(std::string_view text, XRef& table);

}  // namespace extract
