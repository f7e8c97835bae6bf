// What is kept of a paper to find the same text, traces and people in other papers without reading
// either again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace model {

struct Sketch {
  // MinHash of the word shingles before the references, one number for each hash function; empty
  // where there are too few words to compare.
  std::vector<std::uint32_t> shingles;
  // Hashes of document ids and private paths, sorted. A letter says which ('d' or 'p'), 15
  // hexadecimal digits follow.
  std::vector<std::string> traces;
  // Hashes of the people whom the organizers name, in their order; the first presents. Empty where
  // nobody is named. A letter says what was hashed, address ('e') or name ('n'); 15 digits follow.
  std::vector<std::string> authors;
};

// One of the papers that are compared with each other: what a record says of it.
struct Submission {
  std::string id;
  std::string path;
  std::string sha256;  // of its bytes; empty where they were not read
  std::optional<Sketch> sketch;
};

}  // namespace model
