// The language of packs as a JSON Schema, which editors read to complete, explain and check.
#pragma once

#include <string>

namespace packs {

// Draft 7, which the TOML plugins of editors know. It says less than the reader does: what depends
// on other files (stages, sections, inherited rules) is for `validate`.
std::string schema();

}  // namespace packs
