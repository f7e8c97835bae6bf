// Writes results to a stream, one function a format; decides nothing.
#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "model/result.hpp"

namespace report {

class PagePictures;

struct Style {
  bool color = false;
  int width = 80;
  bool quiet = false;  // text: a line for each file that does not pass, and nothing else
  // What only others can give to a report: pictures of pages, and the text on a check.
  PagePictures* pictures = nullptr;
  std::string_view (*page_of)(std::string_view check) = nullptr;
};

// Results one after another, so that a report of any length takes the memory of one paper.
class Results {
 public:
  virtual ~Results() = default;
  // Holds until the next call; null at the end.
  virtual const model::Result* next() = 0;
};

// Those that are in memory already.
class ListedResults : public Results {
 public:
  explicit ListedResults(std::span<const model::Result> all) : rest_(all) {}
  const model::Result* next() override;

 private:
  std::span<const model::Result> rest_;
};

using Writer = void (*)(std::ostream&, Results&, const Style&);

// Results without a pack are shown as what was measured.
void text(std::ostream& out, Results& results, const Style& style);
void json(std::ostream& out, Results& results, const Style& style);
// Each is flushed as it comes.
void ndjson(std::ostream& out, Results& results, const Style& style);
// Everything but glyphs and ink, as test cases start from it; one paper indented, several a line
// each.
void document(std::ostream& out, Results& results, const Style& style);
// One page that needs nothing else: of one paper its findings on its pages, of several a sheet to
// sort them by.
void html(std::ostream& out, Results& results, const Style& style);

struct Format {
  std::string_view name;
  Writer write;
  std::string_view summary;
  bool needs_lines = false;  // of papers that are only inspected; judging does not keep them
};

std::span<const Format> formats();

}  // namespace report
