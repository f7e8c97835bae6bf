#include "packs/chain.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "packs/fields.hpp"
#include "packs/shared_lists.hpp"
#include "packs/toml.hpp"
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

using Files = std::set<int>;  // as Place::file counts them

// A citation belongs to the page that its own file names, or a rule inherited from one venue's pack
// would seem to be said on the page of another. A style of any year names none: what it says stands
// on the page of the nearest pack that extends it and names one.
void complete_cite(Node& rule, const Node& pack, const Files& of) {
  Entry* cite = rule.find("cite");
  const Entry* text = cite ? cite->value.find("text") : nullptr;
  if (text && of.contains(text->place.file)) {
    for (const char* key : {"url", "read_on"}) {
      const Entry* given = pack.find(key);
      if (given && !cite->value.find(key)) set(cite->value, *given);
    }
  }
  for (const char* overlays : {"stage", "track"})
    if (Entry* entry = rule.find(overlays))
      for (Entry& overlay : entry->value.entries) complete_cite(overlay.value, pack, of);
}

void complete_cites(Node& table, const Node& pack, const Files& of) {
  if (Entry* rules = table.find("rule"))
    for (Entry& rule : rules->value.entries) complete_cite(rule.value, pack, of);
}

// One file of the chain, as read.
struct Layer {
  std::string id;
  Node table;
  std::string bytes;
  std::vector<std::string> parents;  // their ids
};

// What a file says of itself, or nothing where it is wrong, which is said elsewhere.
model::Source as_source(const Layer& layer, const std::string& name) {
  Problems unheard;
  model::Source source{layer.id, name, "", "", ""};
  source.title = text_or(layer.table, "title", "", unheard);
  source.url = url(layer.table, "url", unheard);
  source.read_on = date(layer.table, "read_on", unheard);
  return source;
}

// A parent as the key "extends" names it.
struct Parent {
  std::string id;
  Place place;
};

// From the file asked for up to those that extend nothing, each once. Then merged the other way
// round: every pack over those it extends, and these in the order in which it names them.
class Reader {
 public:
  Reader(const Index& index, Problems& problems) : index_(index), problems_(problems) {}

  Chain read(const Found& start, const std::string& id) {
    add(start, id);
    return join();
  }

 private:
  void add(const Found& file, const std::string& expected);
  bool read_layer(const Found& file, const std::string& expected);
  std::vector<Parent> parents_of(const Node& table);
  void add_parent(const Parent& parent);
  bool is_read(const std::string& id) const;
  bool is_loop(const Parent& parent);
  Files extended_by(const Layer& layer) const;
  Node page_of(const Layer& layer, const Files& parents) const;
  Chain join();

  const Index& index_;
  Problems& problems_;
  Chain chain_;
  std::vector<Layer> layers_;          // as they were read: Place::file counts them
  std::vector<std::size_t> way_;       // from the file asked for to the one being read
  std::vector<std::size_t> in_order_;  // as they are merged
};

void Reader::add(const Found& file, const std::string& expected) {
  if (!read_layer(file, expected)) return;
  std::size_t number = layers_.size() - 1;
  way_.push_back(number);
  for (const Parent& parent : parents_of(layers_[number].table)) {
    layers_[number].parents.push_back(parent.id);
    add_parent(parent);
  }
  way_.pop_back();
  in_order_.push_back(number);
}

bool Reader::read_layer(const Found& file, const std::string& expected) {
  int number = static_cast<int>(chain_.files.size());
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
  Layer layer{"", std::move(std::get<Node>(read)), std::move(*bytes), {}};
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

bool Reader::is_read(const std::string& id) const {
  return std::any_of(layers_.begin(), layers_.end(),
                     [&](const Layer& layer) { return layer.id == id; });
}

bool Reader::is_loop(const Parent& parent) {
  auto same = [&](std::size_t number) { return layers_[number].id == parent.id; };
  if (std::none_of(way_.begin(), way_.end(), same)) return false;
  std::string way;
  for (std::size_t number : way_) way += layers_[number].id + " -> ";
  problems_.add(parent.place,
                fmt::format("packs that extend each other in a loop: {}{}", way, parent.id));
  return true;
}

// The key holds the id of one pack, or a list of them.
std::vector<Parent> Reader::parents_of(const Node& table) {
  std::vector<Parent> parents;
  const Entry* extends = table.find("extends");
  if (!extends) return parents;
  const Node& value = extends->value;
  if (value.is(Node::Kind::text)) return {{value.text, value.place}};
  if (!value.is(Node::Kind::list)) {
    problems_.add(value.place,
                  fmt::format("\"extends\" must be the id of a pack, or a list of ids, "
                              "not {}",
                              name_of(value.kind)));
    return parents;
  }
  if (value.items.empty())
    problems_.add(value.place,
                  "\"extends\" is empty; leave it out where there is nothing to extend");
  for (const Node& item : value.items) {
    if (parents.size() >= kMostFiles) {
      problems_.add(item.place, fmt::format("more than {} packs to extend", kMostFiles));
      break;
    }
    auto same = [&](const Parent& other) { return other.id == item.text; };
    if (!item.is(Node::Kind::text))
      problems_.add(item.place, fmt::format("\"extends\" must be a list of ids of packs; this one "
                                            "is {}",
                                            name_of(item.kind)));
    else if (std::any_of(parents.begin(), parents.end(), same))
      problems_.add(item.place,
                    fmt::format("{} stands twice in \"extends\"", in_quotes(item.text)));
    else
      parents.push_back({item.text, item.place});
  }
  return parents;
}

void Reader::add_parent(const Parent& parent) {
  if (problems_.is_full() || is_loop(parent) || is_read(parent.id)) return;
  if (chain_.files.size() >= kMostFiles) {
    problems_.add(parent.place,
                  fmt::format("more than {} packs that extend each other", kMostFiles));
    return;
  }
  auto found = index_.find(parent.id);
  // Some write the name of the file.
  std::string id = parent.id.substr(0, parent.id.rfind(".toml"));
  if (found == index_.end())
    problems_.add(parent.place,
                  fmt::format("unknown pack {}{}", in_quotes(parent.id), suggest(id, ids(index_))));
  else
    add(found->second, parent.id);
}

// All that it inherits from, near and far.
Files Reader::extended_by(const Layer& layer) const {
  Files files;
  std::vector<const Layer*> open = {&layer};
  while (!open.empty()) {
    const Layer& child = *open.back();
    open.pop_back();
    for (std::size_t number = 0; number < layers_.size(); ++number) {
      const auto& parents = child.parents;
      bool is_parent =
          std::find(parents.begin(), parents.end(), layers_[number].id) != parents.end();
      if (is_parent && files.insert(static_cast<int>(number)).second)
        open.push_back(&layers_[number]);
    }
  }
  return files;
}

// Its address and date, or those of the nearest pack it extends.
Node Reader::page_of(const Layer& layer, const Files& parents) const {
  Node page;
  auto take = [&page](const Node& table) {
    for (const char* key : {"url", "read_on"})
      if (const Entry* given = table.find(key)) set(page, *given);
  };
  for (std::size_t number : in_order_)
    if (parents.contains(static_cast<int>(number))) take(layers_[number].table);
  take(layer.table);
  return page;
}

Chain Reader::join() {
  if (layers_.empty()) return std::move(chain_);
  chain_.own = layers_.front().table;
  chain_.ranks.assign(chain_.files.size(), 0);
  std::string bytes;
  std::vector<Node> gaps;
  for (std::size_t number : in_order_) {
    Layer& layer = layers_[number];
    bytes += layer.bytes;
    chain_.ranks[number] = static_cast<int>(chain_.sources.size());
    chain_.sources.push_back(as_source(layer, chain_.names[number]));
    Problems unheard;  // said later, when the merged pack is read
    add_missing(chain_.stages, texts(layer.table, "stages", unheard));
    add_missing(chain_.tracks, texts(layer.table, "tracks", unheard));
    Files parents = extended_by(layer);
    complete_cites(layer.table, page_of(layer, parents), {static_cast<int>(number)});
    if (const Entry* gap = layer.table.find("gap"))
      gaps.insert(gaps.end(), gap->value.items.begin(), gap->value.items.end());
    merge(chain_.merged, layer.table);
    complete_cites(chain_.merged, layer.table, parents);
  }
  if (chain_.stages.empty()) chain_.stages = {"submission"};
  // What a parent cannot judge, its children cannot either: these lists add up.
  if (Entry* gap = chain_.merged.find("gap"); gap && gap->value.is(Node::Kind::list))
    gap->value.items = std::move(gaps);
  share_lists(chain_.merged, problems_);
  chain_.sha256 = util::sha256(bytes);
  return std::move(chain_);
}

}  // namespace

model::Origin Chain::origin_of(const Place& place) const {
  return {ranks[static_cast<std::size_t>(place.file)], place.line};
}

Chain read_chain(const Found& start, const std::string& id, const Index& index,
                 Problems& problems) {
  return Reader(index, problems).read(start, id);
}

}  // namespace packs
