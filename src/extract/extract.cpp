#include "extract/extract.hpp"

#include <ErrorCodes.h>
#include <PDFDoc.h>
#include <Stream.h>

#include <algorithm>
#include <exception>
#include <new>
#include <string_view>

#include "extract/document_facts.hpp"
#include "extract/document_reader.hpp"
#include "extract/library.hpp"
#include "extract/limits.hpp"
#include "extract/object_streams.hpp"
#include "extract/revisions.hpp"
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

void read_open(PDFDoc& document, bool has_end, util::Stage* stage, const Extent& scope,
               model::Document& out) {
  switch (read_document(document, stage, scope, out)) {
    case Outcome::no_pages:
      return fail_damaged(out, "none of its pages can be read", has_end);
    case Outcome::too_many_pages:
      return fail(
          out, FailureKind::too_many_pages,
          fmt::format("The PDF has more than {} pages; upload the paper alone.", limits::kPages));
    case Outcome::too_large:
      return fail(out, FailureKind::too_large,
                  "The PDF's pages unpack to more than is read; print it to a new PDF.");
    case Outcome::blank:
      if (!has_end) fail_damaged(out, "its pages are blank", has_end);
      return;
    case Outcome::read:
      return;
  }
}

void fail_to_open(int error, bool has_end, model::Document& out) {
  if (error == errEncrypted) {
    out.encrypted = true;
    return fail(out, FailureKind::encrypted,
                "The PDF is encrypted and needs a password to open; save it without a password.");
  }
  fail_damaged(out,
               error == errBadCatalog ? "it has no list of pages"
                                      : "the table of its objects cannot be read",
               has_end);
}

// A reference to an object that never was also makes the library rebuild the table; nothing was
// wrong with it then, and the object is still not there.
bool was_table_wrong(PDFDoc& document, const Complaints& complaints) {
  XRef& table = *document.getXRef();
  const int missing = complaints.missing_object;
  return missing < table.getNumObjects() &&
         (missing < 0 || table.getEntry(missing, false)->type != xrefEntryFree);
}

void open_and_read(std::span<const char> bytes, util::Stage* stage, const Extent& scope,
                   model::Document& out) {
  const bool ends = has_end({bytes.data(), bytes.size()});
  bool is_rebuilt = false;
  // The document owns the stream, not the bytes.
  PDFDoc document(
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)), {}, {},
      nullptr, [&is_rebuilt] { is_rebuilt = true; });
  const bool was_rebuilt_to_open = is_rebuilt;
  if (document.isOk()) {
    unpack_object_streams(*document.getXRef());
    read_open(document, ends, stage, scope, out);
  } else {
    fail_to_open(document.getErrorCode(), ends, out);
  }
  const Complaints complaints = take_complaints();
  out.complaints = complaints.count;
  if (!ends || was_rebuilt_to_open || (is_rebuilt && was_table_wrong(document, complaints))) {
    out.repaired = true;
  }
  if (out.failure) return;
  // What is wrong with an older state is not wrong with the file.
  if (!read_revisions(bytes, document, out)) out.traces_truncated = true;
  take_complaints();
}

// No exception leaves but std::bad_alloc.
template <class Read>
void guarded(model::Document& out, Read read) {
  try {
    set_up_library();
    take_complaints();
    read();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    fail_damaged(out, fmt::format("reading stopped with \"{}\"", error.what()), true);
  } catch (...) {
    fail_damaged(out, "reading stopped", true);
  }
}

model::Document read(std::span<const char> bytes, const Extent& scope, util::Stage* stage) {
  model::Document out;
  out.bytes = bytes.size();
  if (!is_plausible({bytes.data(), bytes.size()}, out)) return out;
  guarded(out, [&] { open_and_read(bytes, stage, scope, out); });
  return out;
}

}  // namespace

model::Document read(std::span<const char> bytes, util::Stage* stage) {
  if (stage) stage->enter(util::Step::open);
  return read(bytes, Extent{}, stage);
}

model::Document read_beside(std::string_view bytes, int pages, Budget& budget) {
  return read({bytes.data(), bytes.size()}, Extent{pages, &budget}, nullptr);
}

}  // namespace extract
