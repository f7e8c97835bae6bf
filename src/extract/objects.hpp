// Values out of PDF objects that may be of any type.
#pragma once

#include <Object.h>

#include <string>

namespace extract {

// The text of a string, the letters of a name, else nothing.
std::string text_of(const Object& object);

// Finite, or `fallback`.
double number_or(const Object& object, double fallback);

// The same for equal objects, where references are equal only to themselves; to find again what has
// no reference of its own.
std::string key_of(const Object& object);

}  // namespace extract
