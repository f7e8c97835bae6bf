// Writes results to a stream, one function a format; decides nothing.
#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "model/result.hpp"

namespace report {

struct Style {
  bool color = false;
  int width = 80;
  bool quiet = false;  // text: a line for each file that does not pass, and nothing else
};

using Writer = void (*)(std::ostream&, std::span<const model::Result>, const Style&);

// Results without a pack are shown as what was measured.
void text(std::ostream& out, std::span<const model::Result> results, const Style& style);
void json(std::ostream& out, std::span<const model::Result> results, const Style& style);
void ndjson(std::ostream& out, std::span<const model::Result> results, const Style& style);
// Everything but glyphs and ink, as test cases start from it; one paper indented, several a line
// each.
void document(std::ostream& out, std::span<const model::Result> results, const Style& style);

struct Format {
  std::string_view name;
  Writer write;
  std::string_view summary;
  bool needs_lines = false;  // of papers that are only inspected; judging does not keep them
};

std::span<const Format> formats();

}  // namespace report
