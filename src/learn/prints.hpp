// What the style prints on the pages of samples: heads, feet and notices, with the year told apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "learn/sample.hpp"

namespace learn {

enum class Place { notice, head, foot };

struct Print {
  std::string text;
  Place place = Place::head;  // of what page 1 alone has: notice
  int pages = 0;
  // It names a year, an ordinal or a stage; else it may be the sample's own title or authors.
  bool is_of_style = false;
};

// Each once, in the order of the samples.
std::vector<Print> prints_of(const Group& group);

// The longest piece of a text between what differs from paper to paper: stars in which a paper's
// number is put, volumes, pages. Empty where too few letters are left.
std::string fixed_part(std::string_view text);

// The text with {year} and {ordinal} in place of them, as rules write it.
struct Edition {
  std::string text;
  int year = 0;  // 0: it names none
  std::string ordinal;
};
Edition edition_of(std::string_view text);

// What finds other years' texts: the part around the year where that says enough, else all of it
// with {number} for numbers. Empty where nothing does.
std::string edition_template(std::string_view text);

// Lower case, letters and digits alone.
std::string letters_of(std::string_view text);

}  // namespace learn
