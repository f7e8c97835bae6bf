#include <map>
#include <tuple>
#include <utility>

#include "batch/merge.hpp"
#include "batch/open_sources.hpp"
#include "cli/commands.hpp"
#include "cli/page_pictures.hpp"
#include "cli/settings.hpp"
#include "cli/stored.hpp"
#include "cli/surroundings.hpp"
#include "util/format.hpp"

namespace cli {
namespace {

// Packs by what records say of them, each looked for once.
class PacksAtHand {
 public:
  PacksAtHand(packs::SearchPath folders, const Streams& streams)
      : folders_(std::move(folders)), streams_(streams) {}

  const model::Pack* find(const model::PackFacts& facts) {
    auto key = std::tuple(facts.id, facts.sha256, facts.stage, facts.track.value_or(""));
    auto known = packs_.find(key);
    if (known == packs_.end()) known = packs_.emplace(key, load(facts)).first;
    return known->second ? &*known->second : nullptr;
  }

 private:
  std::optional<model::Pack> load(const model::PackFacts& facts) {
    auto pack = packs::load(facts.id, {facts.stage, facts.track.value_or("")}, folders_);
    if (pack && pack->sha256 == facts.sha256) return std::move(*pack);
    complain(
        streams_,
        fmt::format("papers are not compared with each other: the pack {} that judged them {}; "
                    "--packs DIR says where it lies",
                    facts.id, pack ? "has changed since" : "is not at hand"));
    return std::nullopt;
  }

  using Key = std::tuple<std::string, std::string, std::string, std::string>;

  packs::SearchPath folders_;
  const Streams& streams_;
  std::map<Key, std::optional<model::Pack>> packs_;
};

int merge(const Settled& settled, const Streams& streams) {
  const Request& request = settled.request;
  auto outputs = Outputs::of(request);
  if (!outputs) return refuse(streams, outputs.error().message);
  auto showing = Showing::of(request, false);
  if (!showing) return refuse(streams, showing.error().message);
  for (const std::string& remark : settled.remarks) showing->say(remark);
  batch::Merge::Options options;
  options.allow_mixed = request.has("--allow-mixed");
  std::unique_ptr<batch::Source> listed;
  if (request.has("--manifest")) listed = batch::open_sources({request.value("--manifest")});
  options.listed = listed.get();
  auto merge = batch::Merge::of(request.arguments, options);
  if (!merge) return refuse(streams, merge.error().message);
  const batch::MergeComplaints& complaints = (*merge)->complaints();
  for (const auto* kind :
       {&complaints.damaged, &complaints.conflicting, &complaints.missing, &complaints.unlisted})
    complain_of_each(streams, *kind);
  PacksAtHand packs(pack_folders(request), streams);
  ReadRecords read = [&] {
    return batch::compared([&] { return (*merge)->records(); },
                           [&](const model::PackFacts& facts) { return packs.find(facts); });
  };
  Sum sum(request.value("--fail-on"));
  PicturedStyle style(request, streams);
  if (!write_stored({outputs->all(), *showing}, read, sum, streams, style.get()))
    return kIncomplete;
  print_table(request, streams, *outputs, sum.tally);
  tell_remarks(request, streams, *outputs, *showing);
  return complaints.is_empty() ? sum.outcome.code() : kIncomplete;
}

}  // namespace

int run_merge(const Request& request, const Streams& streams) {
  return with_settings(request, streams,
                       [&](const Settled& settled) { return merge(settled, streams); });
}

}  // namespace cli
