#include "cli/receipt.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "model/result_json.hpp"
#include "model/words.hpp"
#include "util/file.hpp"
#include "util/format.hpp"
#include "util/output_file.hpp"
#include "util/sha256.hpp"
#include "util/version.hpp"

namespace cli {
namespace {

using util::Json;

// Of files that decide, as large as the largest of them may be.
constexpr std::uint64_t kMostBytes = 1u << 30;

constexpr std::string_view kDecidingFiles[] = {"--baseline", "--identities", "--reference",
                                               "--waivers"};

util::Expected<Json> hashes_of(const Request& request, std::string_view option) {
  Json hashes = Json::array();
  for (const std::string& path : request.values(option)) {
    if (path.empty()) continue;
    auto bytes = util::read_file(path, kMostBytes);
    if (!bytes) return bytes.error();
    hashes.push_back(util::sha256(*bytes));
  }
  return hashes;
}

void drop_all(std::string& text, const std::string& part) {
  if (part.empty()) return;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at))
    text.erase(at, part.size());
}

// Of what is the same wherever the paper lies.
std::string hash_of(const model::Result& result) {
  model::Result placeless = result;
  placeless.file.path.clear();
  if (placeless.file.supplement) placeless.file.supplement->path.clear();
  for (model::Unchecked& it : placeless.unchecked) drop_all(it.why, result.file.path);
  return util::sha256(util::dump_sorted(model::to_json(placeless)));
}

Json pack_of(const model::PackFacts& pack) {
  return util::object({{"id", pack.id},
                       {"version", pack.version},
                       {"sha256", pack.sha256},
                       {"stage", pack.stage},
                       {"track", pack.track ? Json(*pack.track) : Json()}});
}

}  // namespace

util::Expected<Receipt> Receipt::of(const Request& request, std::vector<std::string> deciding) {
  Receipt receipt;
  receipt.path_ = request.value("--receipt");
  if (auto obstacle = util::find_obstacle(receipt.path_)) return *obstacle;
  receipt.options_ = std::move(deciding);
  std::sort(receipt.options_.begin(), receipt.options_.end());
  for (std::string_view option : kDecidingFiles) {
    auto hashes = hashes_of(request, option);
    if (!hashes) return hashes.error();
    receipt.inputs_[std::string(option.substr(2))] = std::move(*hashes);
  }
  return receipt;
}

void Receipt::add(const model::Result& result) {
  if (result.pack) packs_.insert(util::dump_sorted(pack_of(*result.pack)));
  const std::string& sha256 = result.file.sha256;
  files_.push_back(util::object({{"id", model::in_record(result.file.id)},
                                 {"sha256", sha256.empty() ? Json() : Json(sha256)},
                                 {"verdict", model::word(result.verdict)},
                                 {"result", hash_of(result)}}));
}

std::optional<util::Error> Receipt::write() const {
  Json packs = Json::array();
  for (const std::string& pack : packs_) packs.push_back(Json::parse(pack));
  Json all = util::object(
      {{"schema", "deskcheck-receipt/1"},
       {"tool", util::object({{"name", "deskcheck"}, {"version", std::string(util::version())}})},
       {"packs", std::move(packs)},
       {"options", options_},
       {"inputs", inputs_},
       {"files", files_}});
  return util::write_file(path_, util::dump_sorted(all) + "\n");
}

}  // namespace cli
