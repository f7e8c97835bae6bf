// Collects what is found in a supplement, within its limits.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "extract/limits.hpp"
#include "model/supplement.hpp"
#include "supplement/limits.hpp"

namespace supplement {

class Gathering {
 public:
  explicit Gathering(model::Supplement& out) : out_(out) {}

  // False where no more are taken.
  bool count_entry();
  void cut() { out_.is_cut = true; }
  void name(std::string_view entry);
  void unread(std::string_view entry, std::string why, bool may_hold_files = false);
  // What was said before is counted.
  void tell(std::string_view kind, std::string_view entry, int line, std::string_view text,
            std::string_view who);
  // Null where there are too many.
  model::Repository* repository(std::string_view system, std::string_view folder);

  // Bytes to be looked at; false where there are not so many left.
  bool take(std::uint64_t bytes);
  std::uint64_t left() const { return left_; }
  bool take_pdf() { return pdfs_++ < limits::kPdfs; }
  // How many of one are looked at.
  int pdf_pages() const { return std::min(limits::kPdfPages, limits::kAllPdfPages - pages_); }
  void take_pdf_pages(int count) { pages_ += count; }
  // No more for all PDFs than for one paper.
  extract::Budget& budget() { return budget_; }

 private:
  model::Supplement& out_;
  std::size_t entries_ = 0, name_bytes_ = 0;
  std::uint64_t left_ = limits::kAllBytes;
  int pdfs_ = 0, pages_ = 0;
  extract::Budget budget_;
  std::map<std::string, std::size_t, std::less<>> counts_;                // of a kind
  std::map<std::pair<std::string, std::string>, std::size_t> telltales_;  // by kind and text
};

// Valid UTF-8 without control characters, and not long.
std::string quotable(std::string_view text);

}  // namespace supplement
