#include "fix/rewriter/objects.hpp"

#include <algorithm>

namespace fix {
namespace {

// References to references; the format has none, and readers follow few.
constexpr int kLongestWay = 8;

void be_quiet() {
  PoDoFo::PdfError::EnableLogging(false);
  PoDoFo::PdfError::EnableDebug(false);
}

}  // namespace

Objects::Objects(std::string_view pdf) : parser_(&all_) {
  be_quiet();
  all_.SetAutoDelete(true);
  parser_.ParseFile(pdf.data(), static_cast<long>(pdf.size()), false);
  are_packed_ = parser_.HasXRefStream();
}

Value* Objects::resolve(Value* value) const {
  for (int i = 0; value && value->IsReference(); ++i)
    value = i < kLongestWay ? all_.GetObject(value->GetReference()) : nullptr;
  return value;
}

Value* Objects::get(const Value& dictionary, const char* key) const {
  if (!is_dictionary(&dictionary)) return nullptr;
  return resolve(const_cast<Value*>(dictionary.GetDictionary().GetKey(key)));
}

std::string_view Objects::name(const Value& dictionary, const char* key) const {
  const Value* value = get(dictionary, key);
  return value && value->IsName() ? std::string_view(value->GetName().GetName())
                                  : std::string_view();
}

Value* Objects::root() const {
  Value* root = get(trailer(), "Root");
  return is_dictionary(root) ? root : nullptr;
}

bool is_dictionary(const Value* value) {
  return value && value->IsDictionary();
}

bool is_stream(const Value* value) {
  return is_dictionary(value) && value->HasStream();
}

bool has(const Value& dictionary, const char* key) {
  return is_dictionary(&dictionary) && dictionary.GetDictionary().HasKey(key);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view raw_bytes(const Value& stream) {
  auto* memory = dynamic_cast<const PoDoFo::PdfMemStream*>(stream.GetStream());
  if (!memory || memory->GetLength() <= 0) return {};
  return {memory->Get(), static_cast<std::size_t>(memory->GetLength())};
}

std::string bytes_of(const PoDoFo::PdfString& string) {
  if (!string.IsValid()) return "";
  std::string bytes(string.GetString(), static_cast<std::size_t>(string.GetLength()));
  return string.IsUnicode() ? "\xfe\xff" + bytes : bytes;
}

}  // namespace fix
