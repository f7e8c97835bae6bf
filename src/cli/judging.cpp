#include "cli/judging.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "batch/ids.hpp"
#include "cli/selection.hpp"
#include "cli/surroundings.hpp"
#include "util/format.hpp"

namespace cli {
namespace {

constexpr std::string_view kAuto = "auto";

// A list of names may name manifests.
bool may_be_manifest(const std::string& path) {
  return path == "-" || batch::ends_in(path, ".csv") || batch::ends_in(path, ".ndjson");
}

// Where a file of settings chose the pack, it may be what is wrong.
util::Error with_place(const util::Error& error, const Request& request) {
  std::string place = request.place("--pack");
  return {place.empty() ? error.message : fmt::format("{}: {}", place, error.message)};
}

}  // namespace

util::Expected<batch::Judging> load_packs(const Request& request) {
  auto folders = pack_folders(request);
  auto checks = selection_of(request);
  if (!checks) return checks.error();
  batch::Judging judging;
  if (request.value("--pack") == kAuto) {
    packs::Choice choice{request.value("--stage"), request.value("--track")};
    auto any_venue = packs::load("base", {choice.stage, ""}, folders);
    if (!any_venue)
      return util::Error{any_venue.error().message + "; or say --pack ID or --pack FILE"};
    auto read = packs::read_packs(folders);
    if (!read)
      return util::Error{
          fmt::format("{}; all packs are needed to find a paper's own, else say "
                      "--pack ID or --pack FILE",
                      read.error().message)};
    judging.packs = {judge::selected(std::move(*any_venue), *checks)};
    judging.automatic = std::make_shared<const batch::Automatic>(
        std::move(*read), std::move(choice), std::move(*checks));
    return judging;
  }
  auto load = [&](const std::string& track) -> util::Expected<model::Pack> {
    auto pack = packs::load(request.value("--pack"), {request.value("--stage"), track}, folders);
    return pack ? cli::selected(std::move(*pack), *checks) : with_place(pack.error(), request);
  };
  auto first = load(request.value("--track"));
  if (!first) return first.error();
  judging.packs = {std::move(*first)};
  const auto& paths = request.arguments;
  if (std::none_of(paths.begin(), paths.end(), may_be_manifest)) return judging;
  for (const std::string& track : std::vector<std::string>(judging.packs[0].tracks)) {
    if (track == judging.packs[0].track) continue;
    auto pack = load(track);
    if (!pack) return pack.error();
    judging.packs.push_back(std::move(*pack));
  }
  return judging;
}

}  // namespace cli
