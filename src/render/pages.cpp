#include "render/pages.hpp"

#include <Annot.h>
#include <PDFDoc.h>
#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <new>

#include "extract/library.hpp"
#include "extract/page_frame.hpp"

namespace render {
namespace {

// Of PDF, not of TeX.
constexpr double kPointsPerInch = 72;

// The library hands back a pointer to what it was given.
struct Shown {
  const std::function<bool(const std::string&)>& shows;
};

// Poppler 22.12 knows the subtype as a number; the dictionary has its name.
std::string subtype_of(Annot& annotation) {
  Object name = annotation.getAnnotObj().dictLookup("Subtype");
  return name.isName() ? name.getName() : "";
}

bool is_shown(Annot* annotation, void* data) {
  const auto& shows = static_cast<const Shown*>(data)->shows;
  return !shows || shows(subtype_of(*annotation));
}

// What a page is drawn with: fewer dots where it would have too many.
double resolution_of(const Page& page, const Options& options) {
  double inches = std::max(page.getCropWidth(), 1.0) * std::max(page.getCropHeight(), 1.0) /
                  (kPointsPerInch * kPointsPerInch);
  double most = std::sqrt(static_cast<double>(options.most_pixels) / inches);
  return std::min(options.dots_per_inch, most);
}

// Rows of the library end in padding.
Picture picture_of(SplashBitmap& bitmap) {
  Picture picture{bitmap.getWidth(), bitmap.getHeight(), {}};
  const std::size_t row = 3 * static_cast<std::size_t>(picture.width);
  picture.samples.reserve(row * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    const unsigned char* start = bitmap.getDataPtr() + std::ptrdiff_t{y} * bitmap.getRowSize();
    picture.samples.insert(picture.samples.end(), start, start + row);
  }
  return picture;
}

}  // namespace

struct Pages::Open {
  explicit Open(std::span<const char> pdf)
      : document(new MemStream(pdf.data(), 0, static_cast<Goffset>(pdf.size()), Object(objNull))) {}
  PDFDoc document;
};

Pages::Pages(std::unique_ptr<Open> open) : open_(std::move(open)) {}
Pages::Pages(Pages&&) noexcept = default;
Pages::~Pages() = default;

std::optional<Pages> Pages::open(std::span<const char> pdf) try {
  extract::set_up_library();
  auto open = std::make_unique<Open>(pdf);
  if (!open->document.isOk()) return std::nullopt;
  return Pages(std::move(open));
} catch (const std::bad_alloc&) {
  throw;  // says something about this machine, not about the paper
} catch (const std::exception&) {
  return std::nullopt;
}

int Pages::count() const {
  return open_->document.getNumPages();
}

std::optional<model::Size> Pages::size(int number) const try {
  Page* page = open_->document.getCatalog()->getPage(number);
  if (!page || !page->isOk()) return std::nullopt;
  extract::PageFrame frame(*page);
  return frame.is_sane() ? std::optional(frame.size()) : std::nullopt;
} catch (const std::bad_alloc&) {
  throw;
} catch (const std::exception&) {
  return std::nullopt;
}

std::optional<Picture> Pages::draw(int number, const Options& options) const try {
  PDFDoc& document = open_->document;
  // Not the document's own getPage: that trusts the hints of linearized files.
  const Page* page = document.getCatalog()->getPage(number);
  if (!page || !page->isOk()) return std::nullopt;
  double resolution = resolution_of(*page, options);
  SplashColor white = {255, 255, 255};
  SplashOutputDev device(splashModeRGB8, 1, false, white);
  // As viewers draw it, so that a reader knows the page again.
  device.setFontAntialias(true);
  device.setVectorAntialias(true);
  device.startDoc(&document);
  Shown shown{options.shows};
  document.displayPage(&device, number, resolution, resolution, 0, false, true, false, nullptr,
                       nullptr, is_shown, &shown);
  SplashBitmap* bitmap = device.getBitmap();
  if (!bitmap || !bitmap->getDataPtr()) return std::nullopt;
  return picture_of(*bitmap);
} catch (const std::bad_alloc&) {
  throw;
} catch (const std::exception&) {
  return std::nullopt;
}

}  // namespace render
