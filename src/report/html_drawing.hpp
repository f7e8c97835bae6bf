// Which papers of a sheet have pictures: those with the strongest proof, in whatever order they
// came.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "report/page_pictures.hpp"
#include "report/strength.hpp"

namespace report {

// Papers come one after another and only the last one tells which are the strongest, so figures
// with pictures are written behind all of them; the script puts them where outlines stand.
class HtmlDrawing {
 public:
  // Keeps what its figures show, where they may be drawn. `id` begins the ids of its elements.
  void add(const model::Result& result, const std::string& id);

  // A template a paper, from the strongest on until nothing is left of the bytes.
  void write(std::ostream& out, PagePictures& pictures, std::size_t bytes);

 private:
  struct Suspect {
    Strength strength;
    std::size_t number = 0;  // as they came
    std::string id;
    model::Result result;
    auto rank() const { return std::pair(strength, number); }
  };

  std::vector<Suspect> suspects_;  // a heap, the weakest in front, once there are many
  std::size_t papers_ = 0;
};

}  // namespace report
