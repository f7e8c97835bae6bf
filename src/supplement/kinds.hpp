// What is done with a file, by the end of its name.
#pragma once

#include <string_view>

namespace supplement {

enum class Treatment {
  look,      // at its text and its paths
  unpack,    // an archive that is read
  refuse,    // an archive that is not
  document,  // of a word processor: a zip with properties
  pdf,
  pass,  // pictures, films, sounds and numbers, packed or without words
};

Treatment treatment_of(std::string_view name);

}  // namespace supplement
