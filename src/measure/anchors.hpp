// Where a file's own links say that headings stand: named places and the outline.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "measure/text_line.hpp"

namespace measure {

// What a link that leads to a heading says about it.
struct Lead {
  int level = 0;
  bool is_appendix = false;
  bool is_near = true;  // right above it; entries of an outline may lead to a page alone
};

class Anchors {
 public:
  explicit Anchors(const model::Document& document);

  // What leads to a line with this number or, in the outline, with these squeezed words.
  std::optional<Lead> find(const TextLine& line, const std::string& number,
                           const std::string& plain_line, const std::string& plain_title) const;

  // Whether any place of a heading lies at most this far above the line's baseline. Headings
  // without numbers have one too, run-in ones included.
  bool lead_near(const TextLine& line, Points farthest) const;

  // Whether all headings of the page are led to, as far as those of other pages show.
  bool are_complete_on(int page, bool numbered) const;

 private:
  struct Place {
    Lead lead;
    Points y = 0;
    bool is_exact = true;  // the number is part of the name
  };
  void add(const model::Destination& destination);
  void add_other_numbers(const model::Destination& destination, int level,
                         const std::string& number);
  std::optional<Lead> find_number(const TextLine& line, const std::string& number) const;
  std::optional<Lead> find_entry(const TextLine& line, const std::string& plain) const;
  Points height_of(int page) const;

  const model::Document& document_;
  std::multimap<std::pair<int, std::string>, Place> by_number_;  // page and number
  std::set<std::pair<int, Points>> by_page_;
  std::multimap<std::string, const model::OutlineEntry*, std::less<>> outline_;
  int numbered_ = 0, first_page_ = 0, last_page_ = 0;  // of places whose names have numbers
};

}  // namespace measure
