// Measures a document: lines, columns, text block, type, sections, and where the main text ends.
#pragma once

#include <memory>

#include "model/document.hpp"
#include "model/measured.hpp"
#include "model/vocabulary.hpp"

namespace measure {

model::Measured measure(const model::Document& document, const model::Vocabulary& vocabulary);

// The same for several vocabularies: the lines, which are most of the work, are found once. The
// document must live as long.
class Lines {
 public:
  explicit Lines(const model::Document& document);
  ~Lines();

  model::Measured measure(const model::Vocabulary& vocabulary) const;

 private:
  struct Found;
  std::unique_ptr<const Found> found_;
};

}  // namespace measure
