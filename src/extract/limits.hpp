// How much of a file is read before the rest is left out; time and address space are the worker's.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace extract {

inline constexpr std::uint64_t kMostFileBytes = 100'000'000;

// The longest honest papers have some 300 pages, 5,000 glyphs and 100,000 paths a page; dense
// scatter plots reach half a million paths. Each figure leaves room above that.
namespace limits {
inline constexpr int kPages = 2'000;
inline constexpr std::size_t kGlyphsPage = 400'000;
inline constexpr std::size_t kGlyphsDocument = 2'500'000;
inline constexpr std::size_t kInksPage = 800'000;
inline constexpr std::size_t kInksDocument = 2'000'000;
inline constexpr std::size_t kLettersPage = 1'000'000;  // code points of Page::text
inline constexpr std::size_t kLettersDocument = 5'000'000;
inline constexpr std::size_t kOperatorsPage = 20'000'000;
inline constexpr std::size_t kOperatorsDocument = 60'000'000;
inline constexpr std::size_t kOperands = 200'000;   // of one operator; more than any TJ array has
inline constexpr std::size_t kFormsPage = 200'000;  // form XObjects painted
inline constexpr std::size_t kFormsDocument = 1'000'000;
inline constexpr int kFormDepth = 40;
inline constexpr int kProcedureDepth = 4;   // Type 3 glyphs drawn with Type 3 glyphs
inline constexpr int kStateDepth = 10'000;  // some producers never restore what they save
inline constexpr std::size_t kContentBytesPage = 64'000'000;  // decoded, each time it is painted
inline constexpr std::size_t kContentBytesDocument = 512'000'000;
inline constexpr std::size_t kShortForm = 16'000;      // bytes kept for a second painting
inline constexpr std::size_t kFormsKept = 16'000'000;  // bytes of all that are
// Bytes of samples, of one picture and of all, that are compared with each other.
inline constexpr std::size_t kSamples = 4'000'000;
inline constexpr std::size_t kSamplesDocument = 64'000'000;
inline constexpr std::size_t kActualTextsPage = 20'000;
inline constexpr std::size_t kPassageDepth = 8;  // actual texts within one another
inline constexpr double kFarthest = 1e8;  // points from the page's corner; the format ends before
inline constexpr std::size_t kFonts = 20'000;
inline constexpr std::size_t kResources = 100'000;              // objects looked at for traps
inline constexpr std::size_t kResourceBytes = 16'000'000;       // of one function, CMap or profile
inline constexpr std::size_t kObjectStreamBytes = 16'000'000;   // unpacked ahead of the library
inline constexpr std::size_t kFontBytesDocument = 512'000'000;  // of font programs and CMaps
inline constexpr std::size_t kMappingsDocument = 32'000'000;    // codes that CMaps list
inline constexpr int kFunctionDepth = 50;
inline constexpr int kCMapChain = 10;
inline constexpr std::size_t kAnnotationsPage = 20'000;
inline constexpr std::size_t kDestinations = 200'000;
inline constexpr std::size_t kOutlineEntries = 20'000;
inline constexpr int kUsesOfLayers = 2'000;
inline constexpr int kTreeDepth = 50;                 // of name trees and the outline
inline constexpr std::size_t kStringBytes = 100'000;  // of one text string: titles, contents, URIs
inline constexpr std::size_t kXmpBytes = 4'000'000;
inline constexpr int kInfoEntries = 1'000;
inline constexpr std::size_t kTrailerIdBytes = 64;  // of each of the two, which have 16
inline constexpr std::size_t kFigureFiles = 1'000;
inline constexpr std::size_t kPathBytes = 4'096;  // as long as Linux lets a path be
}  // namespace limits

// What may still be used of one resource, on the page being read and in the whole document.
class Allowance {
 public:
  constexpr Allowance(std::size_t page, std::size_t document)
      : page_(page), page_left_(page), document_left_(document) {}

  void start_page() {
    page_left_ = std::min(page_, document_left_);
    was_page_cut_ = false;
  }

  // False, with nothing left for the rest of the page, when `amount` is more than there was.
  bool take(std::size_t amount = 1) {
    const bool is_enough = amount <= page_left_;
    const std::size_t taken = is_enough ? amount : page_left_;
    page_left_ -= taken;
    document_left_ -= taken;
    was_page_cut_ = was_page_cut_ || !is_enough;
    was_cut_ = was_cut_ || !is_enough;
    return is_enough;
  }
  std::size_t left() const { return page_left_; }
  bool was_cut() const { return was_cut_; }
  bool was_page_cut() const { return was_page_cut_; }

 private:
  std::size_t page_;
  std::size_t page_left_;
  std::size_t document_left_;
  bool was_cut_ = false;
  bool was_page_cut_ = false;  // since the page began
};

struct Budget {
  Allowance glyphs{limits::kGlyphsPage, limits::kGlyphsDocument};
  Allowance inks{limits::kInksPage, limits::kInksDocument};
  Allowance letters{limits::kLettersPage, limits::kLettersDocument};
  Allowance operators{limits::kOperatorsPage, limits::kOperatorsDocument};
  Allowance forms{limits::kFormsPage, limits::kFormsDocument};
  Allowance content{limits::kContentBytesPage, limits::kContentBytesDocument};

  void start_page() {
    for (Allowance* each : {&glyphs, &inks, &letters, &operators, &forms, &content}) {
      each->start_page();
    }
  }
  bool was_cut() const {
    return glyphs.was_cut() || inks.was_cut() || letters.was_cut() || operators.was_cut() ||
           forms.was_cut() || content.was_cut();
  }
  bool was_page_cut() const {
    return glyphs.was_page_cut() || inks.was_page_cut() || letters.was_page_cut() ||
           operators.was_page_cut() || forms.was_page_cut() || content.was_page_cut();
  }
};

}  // namespace extract
