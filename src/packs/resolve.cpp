#include "packs/resolve.hpp"

#include <algorithm>
#include <utility>

#include "packs/fields.hpp"
#include "packs/identity.hpp"
#include "packs/idle.hpp"
#include "packs/vocabulary.hpp"
#include "util/format.hpp"

namespace packs {
namespace {

// A pack is judged sound in every situation: a hostile one must not have millions.
constexpr std::size_t kMostTracks = 32;
constexpr std::size_t kMostRules = 300;  // the packs that ship have 80

std::vector<std::string> class_ids(const model::Vocabulary& vocabulary) {
  std::vector<std::string> ids;
  for (const model::SectionClass& section : vocabulary.sections) ids.push_back(section.id);
  return ids;
}

// Stages or tracks: names, each once.
std::vector<std::string> read_names(const Node& pack, std::string_view key, Problems& problems) {
  std::vector<std::string> names;
  const Node* list = find(pack, key, Node::Kind::list, problems);
  if (!list) return names;
  for (const Node& item : list->items) {
    if (problems.is_full() || names.size() > kMostTracks) break;
    if (!item.is(Node::Kind::text)) {
      problems.add(item.place, fmt::format("{} must be a list of texts", in_quotes(key)));
    } else if (std::find(names.begin(), names.end(), item.text) != names.end()) {
      problems.add(item.place,
                   fmt::format("{} stands twice in {}", in_quotes(item.text), in_quotes(key)));
    } else if (key == "tracks" ||
               expect_one_of(item.text, all_stages(), "stage", item.place, problems)) {
      expect_name(item.text, item.place, problems);
      names.push_back(item.text);
    }
  }
  return names;
}

std::vector<std::string> read_stages(const Node& pack, Problems& problems) {
  const Entry* given = pack.find("stages");
  if (!given) return {"submission"};
  if (given->value.is(Node::Kind::list) && given->value.items.empty())
    problems.add(given->value.place, "\"stages\" is empty: a pack has one at least");
  return read_names(pack, "stages", problems);
}

std::vector<std::string> read_tracks(const Node& pack, Problems& problems) {
  std::vector<std::string> tracks = read_names(pack, "tracks", problems);
  if (tracks.size() <= kMostTracks) return tracks;
  problems.add(pack.find("tracks")->value.place, fmt::format("more than {} tracks", kMostTracks));
  tracks.resize(kMostTracks);
  return tracks;
}

std::map<std::string, model::Origin, std::less<>> find_origins(const Chain& chain) {
  std::map<std::string, model::Origin, std::less<>> origins;
  for (const char* key : {"url", "read_on", "stages", "tracks"})
    if (const Entry* given = chain.merged.find(key)) origins[key] = chain.origin_of(given->place);
  for (std::string key : {"sections", "marks"})
    if (const Entry* table = chain.merged.find(key))
      for (const Entry& given : table->value.entries)
        origins[key + "." + given.key] = chain.origin_of(given.place);
  return origins;
}

// Every stage with every track.
std::vector<Situation> situations(const model::Pack& header) {
  std::vector<Situation> all;
  for (const std::string& stage : header.stages) {
    if (header.tracks.empty()) all.push_back({stage, std::nullopt});
    for (const std::string& track : header.tracks) all.push_back({stage, track});
  }
  return all;
}

}  // namespace

model::Pack read_header(const Chain& chain, Problems& problems) {
  const Node& merged = chain.merged;
  reject_unknown_keys(merged, pack_keys(), "a pack", problems);
  model::Pack pack;
  pack.id = text_or(chain.own, "id", "", problems);
  if (const Entry* id = chain.own.find("id")) expect_name(pack.id, id->value.place, problems);
  // Of the file alone: what extends a venue's pack is another pack, with a version of its own.
  pack.title = text_or(chain.own, "title", pack.id, problems);
  pack.version = text_or(chain.own, "version", "0", problems);
  pack.sha256 = chain.sha256;
  pack.url = url(merged, "url", problems);
  pack.read_on = date(merged, "read_on", problems);
  pack.stages = read_stages(merged, problems);
  pack.tracks = read_tracks(merged, problems);
  pack.vocabulary = read_vocabulary(merged, problems);
  pack.gaps = read_gaps(chain, problems);
  pack.sources = chain.sources;
  pack.origins = find_origins(chain);
  // For its mistakes; what it says is read for all packs at once.
  read_identity(merged, problems);
  if (const Node* described = described_layouts(chain.own))
    read_layouts(chain, *described, {pack.stages.empty() ? "" : pack.stages.front()}, problems);
  return pack;
}

std::vector<model::Rule> read_rules(const Chain& chain, const model::Pack& header,
                                    const Situation& wanted, Problems& problems) {
  if (const Entry* rules = chain.merged.find("rule");
      rules && rules->value.entries.size() > kMostRules) {
    problems.add(rules->place, fmt::format("more than {} rules", kMostRules));
    return {};
  }
  check_rule_tables(chain, problems);
  reject_idle(chain, header, problems);
  RuleReader reader(chain, class_ids(header.vocabulary), problems);
  std::vector<model::Rule> chosen;
  for (const Situation& situation : situations(header)) {
    Rules rules = reader.read(situation);
    bool is_wanted = situation.stage == wanted.stage && situation.track == wanted.track;
    if (is_wanted)
      for (const model::Rule* rule : rules) chosen.push_back(*rule);
  }
  return chosen;
}

}  // namespace packs
