#include "extract/document_facts.hpp"

#include <algorithm>

#include "extract/limits.hpp"
#include "extract/objects.hpp"
#include "extract/streams.hpp"
#include "extract/text_string.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace extract {
namespace {

bool read_info(PDFDoc& document, model::Document& out) {
  const Object info = document.getDocInfo();
  if (!info.isDict()) return true;
  for (int i = 0; i < std::min(info.dictGetLength(), limits::kInfoEntries); ++i) {
    const Object value = info.dictGetVal(i);
    if (!value.isString() && !value.isName()) continue;
    out.info.emplace_back(clean_utf8(info.dictGetKey(i)), text_of(value));
  }
  return info.dictGetLength() <= limits::kInfoEntries;
}

bool read_xmp(PDFDoc& document, model::Document& out) {
  const Object catalog = document.getXRef()->getCatalog();
  if (!catalog.isDict()) return true;
  const Object metadata = catalog.dictLookup("Metadata");
  if (!metadata.isStream()) return true;
  std::string bytes;
  const bool is_whole = append_decoded(metadata, limits::kXmpBytes, bytes);
  out.xmp = util::to_utf8(util::to_utf32(bytes));
  return is_whole;
}

void read_trailer_ids(PDFDoc& document, model::Document& out) {
  const Object ids = document.getXRef()->getTrailerDict()->dictLookup("ID");
  if (!ids.isArray()) return;
  for (int i = 0; i < std::min(ids.arrayGetLength(), 2); ++i) {
    const Object id = ids.arrayGet(i);
    if (!id.isString()) continue;
    std::string digits;
    for (const char byte : id.getString()->toStr().substr(0, limits::kTrailerIdBytes))
      digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    out.trailer_ids.push_back(std::move(digits));
  }
}

}  // namespace

bool read_facts(PDFDoc& document, model::Document& out) {
  out.pdf_version =
      fmt::format("{}.{}", document.getPDFMajorVersion(), document.getPDFMinorVersion());
  // The library (22.12) reads a file as plain whose encryption dictionary it cannot make sense of.
  out.encrypted =
      document.isEncrypted() || document.getXRef()->getTrailerDict()->getDict()->hasKey("Encrypt");
  read_trailer_ids(document, out);
  const bool has_all_info = read_info(document, out);
  return read_xmp(document, out) && has_all_info;
}

}  // namespace extract
