#include "extract/extract.hpp"

#include <ErrorCodes.h>
#include <PDFDoc.h>
#include <Stream.h>

#include <exception>
#include <string_view>

#include "extract/document_facts.hpp"
#include "extract/library.hpp"
#include "extract/limits.hpp"
#include "extract/objects.hpp"
#include "extract/page_reader.hpp"
#include "util/format.hpp"

namespace extract {
namespace {

using model::FailureKind;

constexpr std::size_t kHeaderSearch = 1024;  // bytes, as all readers do

bool starts_as_pdf(std::string_view bytes) {
  return bytes.substr(0, kHeaderSearch).find("%PDF-") != std::string_view::npos;
}

// The end that a whole file has; a transfer that broke off loses it first.
bool has_end(std::string_view bytes) {
  const std::size_t tail = bytes.size() - std::min(bytes.size(), kHeaderSearch);
  return bytes.substr(tail).find("%%EOF") != std::string_view::npos;
}

void fail(model::Document& out, FailureKind kind, std::string message) {
  out.failure = model::Failure{kind, std::move(message)};
}

bool is_plausible(std::string_view bytes, model::Document& out) {
  if (bytes.empty()) {
    fail(out, FailureKind::empty, "The file is empty; export the paper again and upload that.");
  } else if (bytes.size() > kMostFileBytes) {
    fail(out, FailureKind::too_large,
         fmt::format("The file has {} MB and at most {} MB are read; make its pictures smaller.",
                     bytes.size() / 1'000'000, kMostFileBytes / 1'000'000));
  } else if (!starts_as_pdf(bytes)) {
    fail(out, FailureKind::not_pdf,
         "This is not a PDF: it does not begin with \"%PDF-\"; export the paper as PDF.");
  }
  return !out.failure;
}

void fail_damaged(model::Document& out, std::string_view what, bool has_end) {
  fail(out, FailureKind::damaged,
       has_end
           ? fmt::format("The PDF is damaged: {}; export the paper again and check that it opens.",
                         what)
           : fmt::format("The PDF breaks off before its end ({}): it was not saved or uploaded "
                         "completely; upload it again.",
                         what));
}

class Reader {
 public:
  Reader(PDFDoc& document, model::Document& out)
      : document_(document), out_(out), pages_(document, fonts_, budget_) {}

  // The number of pages that could be read.
  int read_pages(int count);
  void finish() {
    out_.fonts = fonts_.fonts();
    if (budget_.was_cut()) out_.truncated = true;
  }

 private:
  bool read_page(int number);
  double user_unit(Page& page);

  PDFDoc& document_;
  model::Document& out_;
  FontTable fonts_;
  Budget budget_;
  PageReader pages_;
};

int Reader::read_pages(int count) {
  int read = 0;
  for (int number = 1; number <= count; ++number) {
    out_.pages.emplace_back();
    if (read_page(number)) {
      ++read;
    } else {
      out_.truncated = true;
    }
  }
  return read;
}

double Reader::user_unit(Page& page) {
  const Object dictionary = document_.getXRef()->fetch(page.getRef());
  if (!dictionary.isDict()) return 1;
  const double unit = number_or(dictionary.dictLookup("UserUnit"), 1);
  return unit > 0 ? unit : 1;
}

bool Reader::read_page(int number) try {
  Page* page = document_.getPage(number);
  if (!page || !page->isOk()) return false;
  const PageFrame frame(*page, user_unit(*page));
  if (!frame.is_sane()) return false;
  if (!pages_.read(*page, frame, out_.pages.back())) out_.truncated = true;
  return true;
} catch (const std::exception&) {
  return false;
}

void read_document(PDFDoc& document, bool has_end, model::Document& out) {
  if (!read_facts(document, out)) out.truncated = true;
  const int count = document.getNumPages();
  if (count > limits::kPages) {
    fail(out, FailureKind::too_many_pages,
         fmt::format("The PDF has {} pages and at most {} are read; upload the paper alone.", count,
                     limits::kPages));
    return;
  }
  Reader reader(document, out);
  const int read = reader.read_pages(count);
  reader.finish();
  if (read == 0) fail_damaged(out, "none of its pages can be read", has_end);
}

void open_and_read(std::span<const char> bytes, model::Document& out) {
  const bool ends = has_end({bytes.data(), bytes.size()});
  bool rebuilt = !ends;
  Object nothing(objNull);
  // The document owns the stream, not the bytes.
  PDFDoc document(
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), std::move(nothing)), {},
      {}, nullptr, [&rebuilt] { rebuilt = true; });
  if (document.isOk()) {
    read_document(document, ends, out);
  } else if (document.getErrorCode() == errEncrypted) {
    out.encrypted = true;
    fail(out, FailureKind::encrypted,
         "The PDF is encrypted and needs a password to open; save it without a password.");
  } else if (document.getErrorCode() == errBadCatalog) {
    fail_damaged(out, "it has no list of pages", ends);
  } else {
    fail_damaged(out, "the table of its objects cannot be read", ends);
  }
  out.repaired = rebuilt;
}

}  // namespace

model::Document read(std::span<const char> bytes) {
  model::Document out;
  if (!is_plausible({bytes.data(), bytes.size()}, out)) return out;
  try {
    set_up_library();
    take_complaints();
    open_and_read(bytes, out);
  } catch (const std::exception& error) {
    fail_damaged(out, fmt::format("reading stopped with \"{}\"", error.what()), true);
  } catch (...) {
    fail_damaged(out, "reading stopped", true);
  }
  out.complaints = take_complaints();
  return out;
}

}  // namespace extract
