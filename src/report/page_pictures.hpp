// Pictures of a paper's pages, for reports that show them; whoever may open papers draws them.
#pragma once

#include <string>
#include <vector>

#include "model/result.hpp"

namespace report {

struct PagePicture {
  std::string type;  // "image/png"
  std::string bytes;
  model::Size size;     // of the page
  std::string missing;  // why there is no picture, for a person; then nothing of the above is set
};

class PagePictures {
 public:
  virtual ~PagePictures() = default;
  // One for each of the pages, which count from 1.
  virtual std::vector<PagePicture> draw(const model::Result& result,
                                        const std::vector<int>& pages) = 0;
  // Why no page of any paper will be drawn; empty where some may be.
  virtual std::string why_none() const { return ""; }
};

// Those that are not to be had, all for one reason.
class NoPictures : public PagePictures {
 public:
  explicit NoPictures(std::string why) : why_(std::move(why)) {}
  std::vector<PagePicture> draw(const model::Result&, const std::vector<int>& pages) override {
    return std::vector<PagePicture>(pages.size(), PagePicture{"", "", {}, why_});
  }
  std::string why_none() const override { return why_; }

 private:
  std::string why_;
};

}  // namespace report
