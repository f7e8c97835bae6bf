#include "oracle/gfx/page_reader.hpp"

#include <Error.h>
#include <Function.h>
#include <Gfx.h>

#include <memory>

#include "oracle/gfx/annotations.hpp"
#include "oracle/gfx/streams.hpp"

namespace oracle {
namespace {

bool is_spent(void* operators) {
  return !static_cast<Allowance*>(operators)->take();
}

// The stored box with its origin moved to the media box's top left, y growing down.
model::Box box_as_stored(const PDFRectangle& box, const PDFRectangle& media) {
  return {box.x1 - media.x1, media.y2 - box.y2, box.x2 - media.x1, media.y2 - box.y1};
}

// Shadings without a function that works are left out without a word.
void note_broken_functions(const Object& resources) {
  const Object shadings = resources.isDict() ? resources.dictLookup("Shading") : Object(objNull);
  for (int i = 0; shadings.isDict() && i < shadings.dictGetLength(); ++i) {
    const Object shading = shadings.dictGetVal(i);
    const Object function = shading.isDict() ? shading.dictLookup("Function") : Object(objNull);
    if (function.isNull() || function.isArray()) continue;
    Object copy = function.copy();
    if (!std::unique_ptr<Function>(Function::parse(&copy))) {
      error(errInternal, -1, "a function that cannot be parsed");
    }
  }
}

}  // namespace

PageReader::PageReader(PDFDoc& document, FontTable& fonts, Budget& budget)
    : document_(document),
      budget_(budget),
      device_(fonts, budget, *document.getXRef(), document.getOptContentConfig()) {}

bool PageReader::read(Page& page, const PageFrame& frame, model::Page& out) {
  out.size = frame.size();
  out.rotation = page.getRotate();
  out.media_box = box_as_stored(*page.getMediaBox(), *page.getMediaBox());
  out.crop_box = box_as_stored(*page.getCropBox(), *page.getMediaBox());
  bool is_whole = read_annotations(page, frame, out);
  budget_.start_page();
  device_.start(out);
  std::string buffer;
  Object content = content_of(page, buffer, is_whole);
  try {
    device_.vet(*page.getResourceDictObject());
    note_broken_functions(*page.getResourceDictObject());
    const std::unique_ptr<Gfx> gfx(page.createGfx(
        &device_, frame.dots_per_inch(), frame.dots_per_inch(), 0, frame.shows_media_box(), false,
        -1, -1, -1, -1, false, is_spent, &budget_.operators, document_.getXRef()));
    gfx->saveState();
    gfx->display(&content);
    gfx->restoreState();
    paint_annotations(page, *gfx);
  } catch (const OutOfBudget& stopped) {
    error(errInternal, -1, "{0:s}", stopped.what());
    return false;
  }
  return is_whole;
}

// Decoded here, within bounds, because the interpreter would decode without end.
Object PageReader::content_of(Page& page, std::string& buffer, bool& is_whole) {
  const Object content = page.getContents();
  const auto append = [&](const Object& part) {
    const std::size_t before = buffer.size(), left = budget_.content.left();
    const bool is_all = append_decoded(part, left, buffer);
    const std::size_t size = buffer.size() - before;
    // A full allowance is overdrawn, which says that it was what cut the page.
    budget_.content.take(!is_all && size == left ? size + 1 : size);
    is_whole = is_whole && is_all;
    buffer += '\n';
  };
  if (content.isArray()) {
    for (int i = 0; i < content.arrayGetLength(); ++i) append(content.arrayGet(i));
  } else if (!content.isNull()) {
    append(content);
  }
  Object dictionary(new Dict(document_.getXRef()));
  return Object(static_cast<Stream*>(
      new MemStream(buffer.data(), 0, static_cast<Goffset>(buffer.size()), std::move(dictionary))));
}

void PageReader::paint_annotations(Page& page, Gfx& gfx) {
  device_.begin_annotations();
  for (Appearance& each : find_appearances(page, document_.getOptContentConfig())) {
    device_.charge(each.stream, each.id);
    gfx.drawAnnot(&each.stream, nullptr, nullptr, each.left, each.bottom, each.right, each.top, 0);
  }
}

}  // namespace oracle
