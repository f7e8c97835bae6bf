// Writes results to a stream, one function a format; decides nothing.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.hpp"

namespace report {

class PagePictures;

struct Style {
  bool color = false;
  int width = 80;
  bool quiet = false;        // text: a line for each file that does not pass, and nothing else
  bool explain_all = false;  // text: behind all results the page of each check that found something
  PagePictures* pictures = nullptr;  // null where nobody draws pages
  // The text on a check, in Markdown, and a line on it: empty for one that this version does not
  // have, null where no format is to explain any.
  std::string_view (*page_of)(std::string_view check) = nullptr;
  std::string_view (*summary_of)(std::string_view check) = nullptr;
  // Which part of a check's findings on real papers was right; nothing where too few were counted.
  std::optional<double> (*right_of)(std::string_view check) = nullptr;
  // The folder that relative paths start from, and the one that those of a report are to; none:
  // paths stay as they were given.
  std::string started_in = {}, root = {};
  std::size_t room = std::size_t{1} << 20;  // markdown: what a summary of GitHub takes, in bytes
  // Is told in a sentence what a format could not take.
  std::function<void(const std::string&)> complain = {};
};

// Results one after another, so that a report of any length takes the memory of one paper.
class Results {
 public:
  virtual ~Results() = default;
  // Holds until the next call; null at the end.
  virtual const model::Result* next() = 0;
  // What is to be said behind the last one; text: in paragraphs of their own.
  virtual std::vector<std::string> remarks() const { return {}; }
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

// For machines; papers that no rules judged are said to be unjudged.
void sarif(std::ostream& out, Results& results, const Style& style);
void junit(std::ostream& out, Results& results, const Style& style);
void github(std::ostream& out, Results& results, const Style& style);
void gitlab(std::ostream& out, Results& results, const Style& style);
void lines(std::ostream& out, Results& results, const Style& style);
void markdown(std::ostream& out, Results& results, const Style& style);
void csv(std::ostream& out, Results& results, const Style& style);
void csv_papers(std::ostream& out, Results& results, const Style& style);
void mail(std::ostream& out, Results& results, const Style& style);
void hotcrp_tags(std::ostream& out, Results& results, const Style& style);
void openreview(std::ostream& out, Results& results, const Style& style);

struct Format {
  std::string_view name;
  Writer write;
  std::string_view summary;
  bool needs_lines = false;    // of papers that are only inspected; judging does not keep them
  bool needs_verdict = false;  // says nothing of papers that are only inspected
};

std::span<const Format> formats();

}  // namespace report
