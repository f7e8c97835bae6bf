#include "oracle/gfx/read.hpp"

#include <PDFDoc.h>

#include <algorithm>
#include <exception>

#include "extract/library.hpp"
#include "extract/page_tree.hpp"
#include "oracle/gfx/page_reader.hpp"

namespace oracle {
namespace {

void fail(model::Document& out, const char* why) {
  out.failure = model::Failure{model::FailureKind::damaged, why};
}

bool read_page(PDFDoc& document, int number, PageReader& reader, model::Document& out) try {
  Page* page = document.getCatalog()->getPage(number);
  if (!page || !page->isOk()) return false;
  const PageFrame frame(*page);
  if (!frame.is_sane()) return false;
  if (!reader.read(*page, frame, out.pages.back())) out.truncated = true;
  return true;
} catch (const std::exception&) {
  return false;
}

void read_pages(PDFDoc& document, int count, model::Document& out) {
  FontTable fonts;
  Budget budget;
  PageReader reader(document, fonts, budget);
  for (int number = 1; number <= count; ++number) {
    out.pages.emplace_back();
    if (!read_page(document, number, reader, out)) out.truncated = true;
  }
  if (budget.was_cut()) out.truncated = true;
  out.fonts = fonts.fonts();
}

}  // namespace

model::Document read(std::span<const char> bytes) {
  extract::set_up_library();
  model::Document out;
  PDFDoc document(
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
  if (!document.isOk()) {
    fail(out, "it does not open");
    return out;
  }
  const auto found = extract::count_pages(document);
  const int count = std::min(found.value_or(0), document.getCatalog()->getNumPages());
  if (count > limits::kPages) {
    fail(out, "it has too many pages");
    return out;
  }
  read_pages(document, count, out);
  return out;
}

}  // namespace oracle
