#include "cli/judging.hpp"

#include <algorithm>

#include "batch/ids.hpp"
#include "cli/surroundings.hpp"
#include "util/format.hpp"

namespace cli {
namespace {

std::string message_without_pack(const packs::SearchPath& folders) {
  std::string message = "which rules? Say --pack ID, or --pack FILE for a pack of your own.";
  std::string ids;
  for (const packs::Listing& listing : packs::list(folders))
    ids += (ids.empty() ? "" : ", ") + listing.id;
  return message + (ids.empty() ? " No packs are installed." : " Known: " + ids);
}

// A list of names may name manifests.
bool may_be_manifest(const std::string& path) {
  return path == "-" || batch::ends_in(path, ".csv") || batch::ends_in(path, ".ndjson");
}

}  // namespace

util::Expected<std::vector<model::Pack>> load_packs(const Request& request) {
  auto folders = pack_folders(request);
  if (!request.has("--pack")) return util::Error{message_without_pack(folders)};
  auto load = [&](const std::string& track) {
    return packs::load(request.value("--pack"), {request.value("--stage"), track}, folders);
  };
  auto first = load(request.value("--track"));
  if (!first) return first.error();
  std::vector<model::Pack> all = {std::move(*first)};
  const auto& paths = request.arguments;
  if (std::none_of(paths.begin(), paths.end(), may_be_manifest)) return all;
  for (const std::string& track : std::vector<std::string>(all[0].tracks)) {
    if (track == all[0].track) continue;
    auto pack = load(track);
    if (!pack) return pack.error();
    all.push_back(std::move(*pack));
  }
  return all;
}

}  // namespace cli
