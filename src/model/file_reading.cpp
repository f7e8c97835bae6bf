#include "model/file_reading.hpp"

#include <optional>

#include "model/json_fields.hpp"

namespace model {
namespace {

using util::Json;

std::uint64_t bytes_of_file(const Json& json) {
  return whole(json, 0, 1ULL << 50);
}

Beside beside(const Json& json) {
  Beside it;
  Fields fields(json);
  fields.field("path", it.path, path);
  fields.field("sha256", it.sha256, sha256_or_null);
  fields.field("bytes", it.bytes, bytes_of_file);
  fields.finish();
  return it;
}

}  // namespace

FileFacts file_facts(const Json& json) {
  FileFacts it;
  std::optional<std::uint64_t> bytes;
  Fields fields(json);
  fields.field("path", it.path, path);
  fields.field("id", it.id, path_or_null);
  fields.field("sha256", it.sha256, sha256_or_null);
  fields.field("bytes", bytes, bytes_of_file);
  fields.field("supplement", it.supplement, beside);
  fields.finish();
  if (bytes.has_value() == it.sha256.empty()) refuse("bytes: only together with sha256");
  it.bytes = bytes.value_or(0);
  return it;
}

}  // namespace model
