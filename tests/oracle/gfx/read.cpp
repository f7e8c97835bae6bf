#include "oracle/gfx/read.hpp"

#include <Error.h>
#include <PDFDoc.h>

#include <algorithm>
#include <exception>

#include "extract/library.hpp"
#include "extract/page_tree.hpp"
#include "oracle/gfx/page_reader.hpp"

namespace oracle {
namespace {

constexpr std::size_t kMostComplaints = 200;  // different ones, a page

thread_local std::vector<std::string>* heard = nullptr;

void hear(ErrorCategory, Goffset, const char* message) {
  if (!heard || heard->size() >= kMostComplaints) return;
  if (std::find(heard->begin(), heard->end(), message) == heard->end()) heard->push_back(message);
}

void fail(Reading& out, const char* why) {
  out.document.failure = model::Failure{model::FailureKind::damaged, why};
}

// False where the page, or something of it, could not be read.
bool read_page(PDFDoc& document, int number, PageReader& reader, model::Page& out) try {
  Page* page = document.getCatalog()->getPage(number);
  if (!page || !page->isOk()) return false;
  const PageFrame frame(*page);
  return frame.is_sane() && reader.read(*page, frame, out);
} catch (const std::exception& error) {
  hear(errInternal, -1, error.what());
  return false;
}

void read_pages(PDFDoc& document, int count, Reading& out) {
  FontTable fonts(*document.getXRef());
  Budget budget;
  PageReader reader(document, fonts, budget);
  out.complaints.resize(static_cast<std::size_t>(count));
  for (int number = 1; number <= count; ++number) {
    heard = &out.complaints[static_cast<std::size_t>(number - 1)];
    model::Page& page = out.document.pages.emplace_back();
    if (!read_page(document, number, reader, page)) out.document.truncated = true;
  }
  heard = nullptr;
  if (budget.was_cut()) out.document.truncated = true;
  out.document.fonts = fonts.fonts();
}

}  // namespace

Reading read(std::span<const char> bytes) {
  extract::set_up_library();
  setErrorCallback(hear);
  Reading out;
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
