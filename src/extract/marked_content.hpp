// Marked content: what layers hide, and what passages are meant to read as.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/canvas.hpp"
#include "extract/resources.hpp"

namespace extract {

class MarkedContent {
 public:
  MarkedContent(Canvas& canvas) : canvas_(canvas) {}

  void begin(const Property& property);
  void end();
  std::size_t depth() const { return marks_.size(); }
  // To where a form began: what it does not end ends with it.
  void unwind(std::size_t depth);

 private:
  struct Mark {
    bool hides = false;
    bool has_text = false;
  };
  struct Passage {
    std::size_t first_glyph = 0;
    std::string text;
  };
  void add(const Passage& passage);

  Canvas& canvas_;
  std::vector<Mark> marks_;
  std::vector<Passage> passages_;  // open ones
};

}  // namespace extract
