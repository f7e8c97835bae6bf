// Which page an object of the file is, and how places on each page are shown.
#pragma once

#include <Object.h>

#include <optional>
#include <unordered_map>

#include "extract/page_frame.hpp"

namespace extract {

struct Place {
  int page = 0;  // from 1
  model::Points y = 0;
};

class PageIndex {
 public:
  void add(int number, Ref id, const PageFrame& frame) {
    frames_.emplace(number, frame);
    numbers_.emplace(id, number);
  }
  // Where an explicit destination leads, an array or a dictionary around one; none for anything
  // else and for pages of other files. The top of the page where the array names no height.
  std::optional<Place> find(const Object& destination) const;

 private:
  int number_of(const Object& page) const;  // 0 where it is no page

  std::unordered_map<Ref, int> numbers_;
  std::unordered_map<int, PageFrame> frames_;
};

}  // namespace extract
