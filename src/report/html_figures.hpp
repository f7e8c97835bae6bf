// The places of a paper's findings on its pages, as SVG: on pictures where there are some, else on
// outlines.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "model/result.hpp"
#include "report/page_pictures.hpp"

namespace report {

// How many pages may be drawn, and how many bytes of pictures a report still takes.
struct PictureBudget {
  int pages = 0;
  std::size_t& bytes;
};

class HtmlFigures {
 public:
  // `id` begins the ids of this paper's elements. The result must outlive it.
  HtmlFigures(const model::Result& result, std::string id) : result_(result), id_(std::move(id)) {}

  // Without it all pages are outlines. Of the pages those come first that have what matters most.
  void draw(PagePictures& pictures, const PictureBudget& budget);

  // All pages are outlines, for this reason.
  void leave_out(const std::string& why);

  bool has_pictures() const;

  // Why pages are outlines, a paragraph each.
  std::string reasons() const;

  // Each page once, and what is marked on it, for the figures that show it or a part of it.
  std::string definitions() const;

  // Of the finding with this number in the result: the part of the page around its box, and the
  // whole page, which stands alone where it is an outline; empty where it has no page.
  std::string of(std::size_t number) const;

 private:
  std::string why_missing(int page) const;
  bool is_drawn(int page) const;
  std::string ground_id(int page) const;
  std::string ground(int page) const;
  std::string marks(int page) const;
  model::Box paper(int page) const;
  std::string page(int number, const model::Box& view, const char* kind,
                   const std::string& marks) const;
  std::string mark(std::size_t number, const char* kind) const;
  std::string label(std::size_t number) const;
  std::string part_of_page(std::size_t number) const;
  std::string whole_page(std::size_t number) const;

  const model::Result& result_;
  std::string id_;
  std::map<int, PagePicture> pictures_;
};

}  // namespace report
