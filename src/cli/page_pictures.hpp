// Pictures of papers' pages for reports, drawn behind the walls that papers are read behind.
#pragma once

#include <chrono>
#include <memory>

#include "batch/run.hpp"
#include "cli/request.hpp"
#include "report/page_pictures.hpp"
#include "report/report.hpp"

namespace cli {

// Opens each paper anew by its path, and draws nothing where it is not the file that was judged.
class DrawnPages : public report::PagePictures {
 public:
  // On `terminal` a line says how far it is; none is needed.
  explicit DrawnPages(batch::RunOptions options, std::ostream* terminal = nullptr)
      : options_(options), terminal_(terminal) {}
  ~DrawnPages() override;
  std::vector<report::PagePicture> draw(const model::Result& result,
                                        const std::vector<int>& pages) override;

 private:
  report::PagePicture draw_page(const std::string& pdf, int page);

  batch::RunOptions options_;
  std::ostream* terminal_;
  int drawn_ = 0;
  std::chrono::steady_clock::duration lost_{};  // on pages that could not be drawn
};

// How reports look, with what those take that show pages and explain checks, as --audience,
// --no-pictures and the limits on each paper say.
class PicturedStyle {
 public:
  PicturedStyle(const Request& request, const Streams& streams);
  const report::Style& get() const { return style_; }

 private:
  std::unique_ptr<report::PagePictures> pictures_;
  report::Style style_;
};

}  // namespace cli
