#include "batch/record.hpp"

#include <tuple>

#include "model/result_json.hpp"
#include "util/json.hpp"

namespace batch {
namespace {

// A result nests seven deep. What nests a million deep, or has a million values, would cost the
// reader a hundred times its own size.
constexpr int kDeepest = 32;
constexpr std::size_t kMostValues = 400'000;

bool is_modest(std::string_view json) {
  int depth = 0;
  std::size_t values = 0;
  bool is_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    char c = json[i];
    if (c == '"') is_text = !is_text;
    if (is_text && c == '\\') ++i;
    if (is_text) continue;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (c == ',' || c == '[' || c == '{') ++values;
    if (depth > kDeepest || values > kMostValues) return false;
  }
  return true;
}

bool is_same_pack(const std::optional<model::PackFacts>& a,
                  const std::optional<model::PackFacts>& b) {
  if (!a || !b) return !a && !b;
  auto facts = [](const model::PackFacts& it) {
    return std::tie(it.id, it.title, it.version, it.sha256, it.stage, it.track, it.automatic);
  };
  return facts(*a) == facts(*b);
}

bool is_about(const model::Result& result, const model::Result& asked, std::uint64_t file_bytes) {
  return result.file.path == asked.file.path && result.file.id == asked.file.id &&
         result.file.bytes == file_bytes && is_same_pack(result.pack, asked.pack);
}

util::Error refuse(std::string_view how) {
  return {"its process gave an answer that is not to be trusted (" + std::string(how) +
          "); look at the file with care"};
}

}  // namespace

std::string encode(const model::Result& result) {
  return util::dump(model::to_record(result));
}

util::Expected<model::Result> decode(std::string_view bytes, const model::Result& asked,
                                     std::uint64_t file_bytes) {
  if (bytes.size() > kMostRecordBytes) return refuse("too long");
  if (!is_modest(bytes)) return refuse("nested too deep");
  auto json = util::Json::parse(bytes, nullptr, false);
  if (json.is_discarded()) return refuse("no JSON");
  auto result = model::result_from_json(json);
  if (!result) return refuse(result.error().message);
  if (!is_about(*result, asked, file_bytes)) return refuse("about something else");
  return result;
}

}  // namespace batch
