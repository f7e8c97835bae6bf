// Paths below a user's folder, which say whose computer something was made on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace util {

// The first such path in the text, from the user's folder to the end, in lower case with plain
// slashes: "Word - C:\Users\Ann\paper.doc" has "/users/ann/paper.doc". None where no file or folder
// follows the user's.
std::optional<std::string> private_path(std::string_view text);

}  // namespace util
