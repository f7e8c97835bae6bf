// What an embedded font program says before it draws anything: its format and its own encoding.
#pragma once

#include <GfxFont.h>

#include <optional>
#include <string>
#include <string_view>

#include "extract/glyph_names.hpp"

namespace extract {

// The format that a program's first bytes show, of those that simple fonts plainly have; else none.
std::optional<GfxFontType> recognise_program(std::string_view start);

// model::Font::scale of a program of that type; 0 where its matrix is not written as fonts commonly
// have it.
int read_program_scale(GfxFontType type, std::string_view program);

// The names that a Type 1 program gives its codes; none where they are not written as fonts
// commonly have them.
std::optional<GlyphNames> read_type1_encoding(std::string_view program);

// Of a bare CFF program; with the standard names where it has none.
GlyphNames read_cff_encoding(const std::string& program);

}  // namespace extract
