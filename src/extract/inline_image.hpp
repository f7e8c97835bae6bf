// Inline images: what their few keys say, and where their samples end.
#pragma once

#include <optional>
#include <string_view>

#include "extract/content_lexer.hpp"
#include "extract/xobjects.hpp"

namespace extract {

// None where a viewer could show nothing. `lexer` stands behind ID.
std::optional<ImageTraits> read_inline_image(const ContentLexer& lexer);

// How many bytes of `rest`, which begins behind ID, belong to the image, its EI included.
std::size_t find_image_end(const ContentLexer& lexer, std::string_view rest);

}  // namespace extract
