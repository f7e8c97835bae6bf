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

// Archives that are not read: "a RAR", "an xz", by the end of the name.
std::string_view kind_of_archive(std::string_view name);
// The same by the first bytes, of which this many do; empty where they are of no such archive.
inline constexpr std::size_t kMarkBytes = 8;
std::string_view kind_of_packed(std::string_view bytes);

}  // namespace supplement
