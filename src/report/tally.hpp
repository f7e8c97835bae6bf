// What a run of many papers came to: verdicts, the most frequent findings, what was not judged.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "report/layout.hpp"

namespace report {

// What became of a paper: "with problems", "to look at", "passed", "unreadable", "not judged".
const char* place_of(const model::Result& result);

// Takes as much memory for ten thousand papers as for a hundred.
class Tally {
 public:
  struct Counted {
    std::string name;
    std::size_t papers = 0;
  };

  struct Reason {
    std::string why;
    std::size_t papers = 0;
    std::vector<std::string> ids;  // of the first ones
  };

  // What most papers hide.
  struct PlatformText {
    std::string quote;  // of the first paper
    std::size_t papers = 0;
    bool is_open = false;        // a person has to look at it
    std::string advice() const;  // Markdown; empty where nobody has to
  };

  void add(const model::Result& result);
  // More than one, and judged: else there is nothing to sum up.
  bool is_of_many() const { return papers_ > 1 && judged_; }
  std::size_t count() const { return papers_; }
  std::size_t not_judged() const;
  void write(Layout& layout) const;

  // The same in parts, for formats that are no lines of text.
  std::vector<Counted> places() const;    // problems first; those without a paper left out
  std::vector<Counted> frequent() const;  // the most frequent checks that found something
  std::vector<PlatformText> platform_texts() const;
  const std::vector<Reason>& reasons() const { return reasons_; }
  std::size_t other_reasons() const { return other_reasons_; }

 private:
  void add_reason(const model::Result& result);
  void add_platform_texts(const model::Result& result);
  void write_frequent(Layout& layout) const;
  void write_reasons(Layout& layout) const;
  void write_platform_texts(Layout& layout) const;

  std::size_t papers_ = 0;
  bool judged_ = false;
  std::map<std::string, std::size_t> places_;
  std::map<std::string, std::size_t> checks_;           // how many papers have a finding of it
  std::map<std::string, PlatformText> platform_texts_;  // by their letters
  std::vector<Reason> reasons_;
  std::size_t other_reasons_ = 0;  // papers whose reason was one too many to keep
};

}  // namespace report
