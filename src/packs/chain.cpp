#include "packs/chain.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "packs/fields.hpp"
#include "packs/toml.hpp"
#include "util/file.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace packs {
namespace {

// The packs that ship have four files; more is a mistake or an attack.
constexpr std::size_t kMostFiles = 16;
constexpr std::size_t kMostNames = 100;  // of stages or tracks; more are refused when they are read

void add_missing(std::vector<std::string>& all, const std::vector<std::string>& more) {
  for (const std::string& one : more)
    if (all.size() < kMostNames && std::find(all.begin(), all.end(), one) == all.end())
      all.push_back(one);
}

// A citation belongs to the page that its own file names: filled in before merging, or a rule
// inherited from one venue's pack would seem to be said on the page of another.
void complete_cite(Node& rule, const Node& pack) {
  if (Entry* cite = rule.find("cite"); cite && cite->value.find("text")) {
    for (const char* key : {"url", "read_on"}) {
      const Entry* given = pack.find(key);
      if (given && !cite->value.find(key)) set(cite->value, *given);
    }
  }
  for (const char* overlays : {"stage", "track"})
    if (Entry* entry = rule.find(overlays))
      for (Entry& overlay : entry->value.entries) complete_cite(overlay.value, pack);
}

// One file of the chain, as read.
struct Layer {
  std::string id;
  Node table;
  std::string bytes;
};

// From the file asked for up to the one that extends nothing, then merged the other way round.
class Reader {
 public:
  Reader(const Index& index, Problems& problems) : index_(index), problems_(problems) {}

  Chain read(const Found& start, const std::string& id) {
    std::optional<Found> next = start;
    std::string expected = id;
    while (next && read_layer(*next, expected)) next = find_parent(expected);
    return join();
  }

 private:
  bool read_layer(const Found& file, const std::string& expected);
  std::optional<Found> find_parent(std::string& expected);
  bool is_loop(const std::string& parent, const Place& place);
  Chain join();

  const Index& index_;
  Problems& problems_;
  Chain chain_;
  std::vector<Layer> layers_;
};

bool Reader::read_layer(const Found& file, const std::string& expected) {
  int number = static_cast<int>(layers_.size());
  chain_.files.push_back(file.file.string());
  chain_.names.push_back(file.name);
  auto bytes = bytes_of(file);
  if (!bytes) {
    // The message begins with the path, as ours do.
    std::string_view why = bytes.error().message;
    std::string path = file.file.string() + ": ";
    if (why.starts_with(path)) why.remove_prefix(path.size());
    problems_.add({number, 0, 0}, why);
    return false;
  }
  auto read = read_toml(*bytes, number);
  if (auto error = std::get_if<SyntaxError>(&read)) {
    problems_.add(error->place, error->message);
    return false;
  }
  Layer layer{"", std::move(std::get<Node>(read)), std::move(*bytes)};
  const Entry* id = layer.table.find("id");
  if (!id)
    problems_.add({number, 1, 1}, "the pack has no \"id\"");
  else if (expect(*id, Node::Kind::text, problems_))
    layer.id = id->value.text;
  if (!layer.id.empty() && !expected.empty() && layer.id != expected)
    problems_.add(id->value.place, fmt::format("the id {} does not match the file's name, {}",
                                               in_quotes(layer.id), in_quotes(expected)));
  layers_.push_back(std::move(layer));
  return true;
}

bool Reader::is_loop(const std::string& parent, const Place& place) {
  auto same = [&](const Layer& layer) { return layer.id == parent; };
  if (std::none_of(layers_.begin(), layers_.end(), same)) return false;
  std::string way;
  for (const Layer& layer : layers_) way += layer.id + " -> ";
  problems_.add(place, fmt::format("packs that extend each other in a loop: {}{}", way, parent));
  return true;
}

std::optional<Found> Reader::find_parent(std::string& expected) {
  const Entry* extends = layers_.back().table.find("extends");
  if (!extends || !expect(*extends, Node::Kind::text, problems_)) return std::nullopt;
  const std::string& parent = extends->value.text;
  const Place& place = extends->value.place;
  if (is_loop(parent, place)) return std::nullopt;
  if (layers_.size() >= kMostFiles) {
    problems_.add(place, fmt::format("more than {} packs that extend each other", kMostFiles));
    return std::nullopt;
  }
  auto found = index_.find(parent);
  if (found == index_.end()) {
    problems_.add(
        place, fmt::format("unknown pack {}{}", in_quotes(parent), suggest(parent, ids(index_))));
    return std::nullopt;
  }
  expected = parent;
  return found->second;
}

Chain Reader::join() {
  if (layers_.empty()) return std::move(chain_);
  chain_.own = layers_.front().table;
  std::string bytes;
  std::vector<Node> gaps;
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
    bytes += layer->bytes;
    Problems unheard;  // said later, when the merged pack is read
    add_missing(chain_.stages, texts(layer->table, "stages", unheard));
    add_missing(chain_.tracks, texts(layer->table, "tracks", unheard));
    if (Entry* rules = layer->table.find("rule"))
      for (Entry& rule : rules->value.entries) complete_cite(rule.value, layer->table);
    if (const Entry* gap = layer->table.find("gap"))
      gaps.insert(gaps.end(), gap->value.items.begin(), gap->value.items.end());
    merge(chain_.merged, layer->table);
  }
  if (chain_.stages.empty()) chain_.stages = {"submission"};
  // What a parent cannot judge, its children cannot either: these lists add up.
  if (Entry* gap = chain_.merged.find("gap"); gap && gap->value.is(Node::Kind::list))
    gap->value.items = std::move(gaps);
  chain_.sha256 = util::sha256(bytes);
  return std::move(chain_);
}

}  // namespace

Chain read_chain(const Found& start, const std::string& id, const Index& index,
                 Problems& problems) {
  return Reader(index, problems).read(start, id);
}

}  // namespace packs
