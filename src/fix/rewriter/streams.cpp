#include "fix/rewriter/streams.hpp"

#include <memory>
#include <vector>

#include "fix/jpeg.hpp"
#include "fix/remarks.hpp"

namespace fix {
namespace {

using PoDoFo::PdfFilter;
using PoDoFo::PdfFilterFactory;
using PoDoFo::PdfName;

// Entries that are one thing, or an array of things.
std::vector<Value*> listed(const Objects& objects, const Value& stream, const char* key) {
  std::vector<Value*> all;
  Value* value = objects.get(stream, key);
  if (value && value->IsArray())
    for (Value& each : value->GetArray()) all.push_back(objects.resolve(&each));
  else if (value)
    all.push_back(value);
  return all;
}

std::vector<std::string> filters_of(const Objects& objects, const Value& stream) {
  std::vector<std::string> names;
  for (const Value* each : listed(objects, stream, "Filter"))
    names.push_back(each && each->IsName() ? each->GetName().GetName() : "");
  return names;
}

std::optional<std::string> decode(const std::string& filter, std::string_view bytes,
                                  const Value* with) try {
  auto type = PdfFilterFactory::FilterNameToType(PdfName(filter), true);
  std::unique_ptr<PdfFilter> decoder(PdfFilterFactory::Create(type));
  if (!decoder || !decoder->CanDecode()) return std::nullopt;
  char* decoded = nullptr;
  PoDoFo::pdf_long length = 0;
  const auto* parameters = is_dictionary(with) ? &with->GetDictionary() : nullptr;
  decoder->Decode(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()), &decoded, &length,
                  parameters);
  std::unique_ptr<char, decltype(&PoDoFo::podofo_free)> owned(decoded, &PoDoFo::podofo_free);
  if (!decoded) return std::nullopt;
  return std::string(decoded, static_cast<std::size_t>(length));
} catch (const PoDoFo::PdfError& error) {
  if (error.GetError() == PoDoFo::ePdfError_OutOfMemory) throw;
  return std::nullopt;  // damaged
}

// Through the first filters, so many of them.
std::optional<std::string> decode(const std::vector<std::string>& filters, std::size_t count,
                                  const std::vector<Value*>& parameters, const Value& stream) {
  std::string bytes(raw_bytes(stream));
  for (std::size_t i = 0; i < count; ++i) {
    auto decoded = decode(filters[i], bytes, parameters[i]);
    if (!decoded) return std::nullopt;
    bytes = std::move(*decoded);
  }
  return bytes;
}

// What is left to decode is the picture's own format.
void keep_last_filter(Value& stream, const std::string& filter, const Value* with) {
  auto& entries = stream.GetDictionary();
  entries.AddKey("Filter", PdfName(filter));
  if (is_dictionary(with))
    entries.AddKey("DecodeParms", Value(*with));
  else
    entries.RemoveKey("DecodeParms");
}

}  // namespace

Picture clean_picture(const Objects& objects, Value& stream) {
  auto filters = filters_of(objects, stream);
  if (filters.empty()) return {};
  bool is_jpeg = is_one_of(filters.back(), {"DCTDecode", "DCT"});
  if (!is_jpeg && filters.back() != "JPXDecode") return {};
  auto parameters = listed(objects, stream, "DecodeParms");
  parameters.resize(filters.size());
  auto decoded = decode(filters, filters.size() - 1, parameters, stream);
  if (!decoded) return {{}, true};
  std::string_view bytes = *decoded;
  auto cleaned = is_jpeg ? without_metadata_jpeg(bytes) : without_metadata_jpx(bytes);
  if (!cleaned) return {{}, tells_of_camera(bytes)};
  if (cleaned->size() == bytes.size()) return {};
  if (filters.size() > 1) keep_last_filter(stream, filters.back(), parameters.back());
  return {std::move(cleaned), false};
}

std::optional<std::string> clean_drawing(const Objects& objects, Value& stream) {
  auto filters = filters_of(objects, stream);
  auto parameters = listed(objects, stream, "DecodeParms");
  parameters.resize(filters.size());
  auto content = decode(filters, filters.size(), parameters, stream);
  if (!content || content->find('%') == std::string::npos) return std::nullopt;
  std::string cleaned = without_remarks(*content);
  if (cleaned.size() == content->size()) return std::nullopt;
  // As it was packed, or not, so that a file grows no larger than it must.
  if (filters.empty()) return cleaned;
  keep_last_filter(stream, "FlateDecode", nullptr);
  return deflated(cleaned);
}

std::string deflated(const std::string& bytes) {
  std::unique_ptr<PdfFilter> filter(PdfFilterFactory::Create(PoDoFo::ePdfFilter_FlateDecode));
  char* encoded = nullptr;
  PoDoFo::pdf_long length = 0;
  filter->Encode(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()), &encoded, &length);
  std::unique_ptr<char, decltype(&PoDoFo::podofo_free)> owned(encoded, &PoDoFo::podofo_free);
  return std::string(encoded, static_cast<std::size_t>(length));
}

}  // namespace fix
