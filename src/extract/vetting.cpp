#include "extract/vetting.hpp"

#include <Dict.h>
#include <Stream.h>

#include <algorithm>
#include <array>
#include <string>

#include "extract/limits.hpp"
#include "extract/streams.hpp"

namespace extract {
namespace {

// Not followed: upwards, and to streams that are charged when painted or never unpacked whole.
bool is_followed(std::string_view key) {
  constexpr std::array<std::string_view, 8> kLeft = {
      "Parent", "P", "XObject", "CharProcs", "FontFile", "FontFile2", "FontFile3", "Metadata"};
  return std::find(kLeft.begin(), kLeft.end(), key) == kLeft.end();
}

bool is_calculator(const Object& stream) {
  const Object type = stream.streamGetDict()->lookup("FunctionType");
  return type.isInt() && type.getInt() == 4;
}

int nesting_of(const std::string& program) {
  int deepest = 0, depth = 0;
  for (const char letter : program) {
    depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

bool has_endless_chain(const Object& map) {
  Object at = map.copy();
  for (int length = 0; length < limits::kCMapChain; ++length) {
    if (!at.isStream()) return false;
    Object next = at.streamGetDict()->lookup("UseCMap");
    at = std::move(next);
  }
  return at.isStream();
}

}  // namespace

bool Vetting::is_safe_stream(const Object& stream) {
  met_limit_ = decoded_size(stream, limits::kResourceBytes) > limits::kResourceBytes;
  if (met_limit_) return false;
  if (has_endless_chain(stream)) return false;
  if (!is_calculator(stream)) return true;
  std::string program;
  append_decoded(stream, limits::kResourceBytes, program);
  return nesting_of(program) <= limits::kFunctionDepth;
}

void Vetting::open(const Object& object, int depth) {
  if (depth > limits::kTreeDepth || seen_.size() > limits::kResources) return;
  if (object.isRef() && !seen_.insert(object.getRefNum()).second) return;
  if (object.isRef() || object.isDict() || object.isArray()) {
    open_.push_back({object.copy(), depth});
  }
}

void Vetting::open_entries(const Dict& dictionary, int depth) {
  for (int i = 0; i < dictionary.getLength(); ++i) {
    if (is_followed(dictionary.getKey(i))) open(dictionary.getValNF(i), depth);
  }
}

bool Vetting::is_safe(const Object& resources) {
  open(resources, 0);
  while (!open_.empty()) {
    const Entry entry = std::move(open_.back());
    open_.pop_back();
    const Object object = entry.object.fetch(xref_);
    if (object.isStream()) {
      if (!is_safe_stream(object)) return false;
      open_entries(*object.streamGetDict(), entry.depth + 1);
    } else if (object.isDict()) {
      open_entries(*object.getDict(), entry.depth + 1);
    } else if (object.isArray()) {
      for (int i = 0; i < object.arrayGetLength(); ++i) {
        open(object.arrayGetNF(i), entry.depth + 1);
      }
    }
  }
  return true;
}

}  // namespace extract
