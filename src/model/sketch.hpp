// What is kept of a paper to find the same text, traces and people in other papers without reading
// either again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace model {

struct Sketch {
  // MinHash of the word shingles before the references, one number for each hash function; empty
  // where there are too few words to compare.
  std::vector<std::uint32_t> shingles;
  std::vector<std::string> traces;  // hashes of document ids and private paths, sorted
  // Hashes of the people whom the organizers name, in their order; the first presents. Empty where
  // nobody is named.
  std::vector<std::string> authors;
};

}  // namespace model
