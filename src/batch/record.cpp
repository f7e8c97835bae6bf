#include "batch/record.hpp"

#include <algorithm>
#include <tuple>

#include "model/result_json.hpp"
#include "util/json.hpp"

namespace batch {
namespace {

bool is_same_pack(const std::optional<model::PackFacts>& a,
                  const std::optional<model::PackFacts>& b) {
  if (!a || !b) return !a && !b;
  // Which one fits a paper is known by who has read it.
  if (a->automatic && b->automatic) return true;
  auto facts = [](const model::PackFacts& it) {
    return std::tie(it.id, it.title, it.version, it.sha256, it.stage, it.track, it.automatic);
  };
  return facts(*a) == facts(*b);
}

bool has_same_supplement(const model::FileFacts& a, const model::FileFacts& b) {
  if (!a.supplement || !b.supplement) return !a.supplement && !b.supplement;
  return a.supplement->path == b.supplement->path;
}

bool is_about(const model::Result& result, const model::Result& asked, std::uint64_t file_bytes) {
  auto as_written = model::result_from_json(model::to_record(asked));
  return as_written && result.version == as_written->version &&
         result.file.path == as_written->file.path && result.file.id == as_written->file.id &&
         has_same_supplement(result.file, as_written->file) && result.file.bytes == file_bytes &&
         is_same_pack(result.pack, as_written->pack);
}

// Which persons alone can do, who are asked behind the process; the source is looked up there too.
bool was_decided(const model::Finding& finding) {
  return finding.waived || finding.confirmed || finding.in_baseline || finding.source;
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
  auto result = model::result_from_line(bytes);
  if (!result) return refuse(result.error().message);
  if (!is_about(*result, asked, file_bytes)) return refuse("about something else");
  if (std::any_of(result->findings.begin(), result->findings.end(), was_decided))
    return refuse("it decides on its own findings");
  result->identities = asked.identities;  // in which no paper has a say
  return result;
}

}  // namespace batch
