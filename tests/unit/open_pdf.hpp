// Opens a PDF with the library, for tests of what stands between it and extraction.
#pragma once

#include <PDFDoc.h>
#include <Stream.h>

#include <string>

#include "extract/library.hpp"

class OpenPdf {
 public:
  explicit OpenPdf(std::string bytes) : bytes_(std::move(bytes)) {
    extract::set_up_library();
    document_ = std::make_unique<PDFDoc>(
        new MemStream(bytes_.data(), 0, static_cast<Goffset>(bytes_.size()), Object(objNull)));
  }
  PDFDoc& document() { return *document_; }
  XRef& xref() { return *document_->getXRef(); }
  Object object(int number) { return xref().fetch(number, 0); }
  static Object reference(int number) { return Object(Ref{number, 0}); }

 private:
  std::string bytes_;
  std::unique_ptr<PDFDoc> document_;
};
