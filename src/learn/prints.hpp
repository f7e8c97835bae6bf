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
  Place place = Place::head;
  int pages = 0;
  // It names a year, an ordinal or a stage; else it may be the sample's own title or authors.
  bool is_of_style = false;
};

// Each once, in the order of the samples.
std::vector<Print> prints_of(const Group& group);

// The text with {year} and {ordinal} in place of them, as rules write it.
struct Edition {
  std::string text;
  int year = 0;  // 0: it names none
  std::string ordinal;
};
Edition edition_of(std::string_view text);

// Lower case, letters and digits alone.
std::string letters_of(std::string_view text);

}  // namespace learn
