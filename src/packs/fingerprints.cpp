#include "packs/fingerprints.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <variant>

#include "checks/squeezed.hpp"
#include "packs/chain.hpp"
#include "packs/fields.hpp"
#include "packs/identity.hpp"
#include "packs/rules.hpp"
#include "packs/toml.hpp"
#include "util/format.hpp"

namespace packs {
namespace {

constexpr std::string_view kTextChecks[] = {"style/template", "style/year", "style/mode"};
constexpr std::size_t kDeepest = 16;  // packs that extend each other; more are not sound

bool contains(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string text_of(const Node& table, std::string_view key) {
  const Entry* entry = table.find(key);
  return entry ? entry->value.text : "";
}

// Of one pack, or of a list of them.
std::vector<std::string> names_of_parents(const Node& pack) {
  std::vector<std::string> names;
  const Entry* extends = pack.find("extends");
  if (!extends) return names;
  if (extends->value.is(Node::Kind::text)) return {extends->value.text};
  for (const Node& item : extends->value.items) names.push_back(item.text);
  return names;
}

// Who says so is not asked here, and has no date before files are merged.
void drop_cites(Node& rule) {
  std::erase_if(rule.entries, [](const Entry& it) { return it.key == "cite"; });
  for (const char* overlays : {"stage", "track"})
    if (Entry* all = rule.find(overlays))
      for (Entry& overlay : all->value.entries) drop_cites(overlay.value);
}

struct LayoutsRead {
  std::shared_ptr<const model::Layouts> layouts;
  bool are_sound = true;
};

// A file without what does not identify: long lists of words, and rules of other checks.
struct Layer {
  std::vector<std::string> parents;  // as it names them
  Node own;
  Node merged;
  Identity identity;  // of the file alone
  Problems problems;
  bool changes_layout = false;
  std::optional<LayoutsRead> layouts;  // once they were asked for
};

void keep_identifying(Node& pack, const Node& inherited_pack) {
  std::erase_if(pack.entries,
                [](const Entry& it) { return it.key == "sections" || it.key == "gap"; });
  Entry* rules = pack.find("rule");
  if (!rules) return;
  const Entry* inherited = inherited_pack.find("rule");
  std::erase_if(rules->value.entries, [&](const Entry& rule) {
    std::string check = text_of(rule.value, "check");
    if (check.empty()) return !inherited || !inherited->value.find(rule.key);
    return !contains(kTextChecks, check) && !contains(layout_checks(), check);
  });
  for (Entry& rule : rules->value.entries) drop_cites(rule.value);
}

bool is_on_layout(const Node& rule) {
  return contains(layout_checks(), text_of(rule, "check"));
}

// Whether its layouts may be others than those of the pack it extends.
bool changes_layout(const Node& own, const Node& inherited_pack) {
  if (own.find("stages") || described_layouts(own)) return true;
  const Entry* rules = own.find("rule");
  const Entry* inherited = inherited_pack.find("rule");
  if (!rules) return false;
  const auto& entries = rules->value.entries;
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& rule) {
    const Entry* before = inherited ? inherited->value.find(rule.key) : nullptr;
    return is_on_layout(rule.value) || (before && is_on_layout(before->value));
  });
}

// "deep-2025" is of the venue "deep" and of 2025, "deep-25" as well.
std::pair<std::string, int> venue_and_year(const std::string& id) {
  std::size_t dash = id.rfind('-');
  std::string digits = dash == std::string::npos ? "" : id.substr(dash + 1);
  bool is_year = (digits.size() == 2 || digits.size() == 4) &&
                 digits.find_first_not_of("0123456789") == std::string::npos;
  if (!is_year) return {id, 0};
  int year = std::stoi(digits);
  return {id.substr(0, dash), digits.size() == 2 ? 2000 + year : year};
}

void add_texts(const Node& table, std::set<std::string>& all) {
  for (const char* key : {"text", "own"})
    if (const Entry* list = table.find(key))
      for (const Node& item : list->value.items) all.insert(item.text);
}

// Of a rule at any stage.
void add_texts_of_rule(const Node& rule, std::set<std::string>& all) {
  if (const Entry* with = rule.find("with")) add_texts(with->value, all);
  const Entry* stages = rule.find("stage");
  if (!stages) return;
  for (const Entry& stage : stages->value.entries)
    if (const Entry* with = stage.value.find("with")) add_texts(with->value, all);
}

std::set<std::string> texts_of_rules(const Node& pack) {
  std::set<std::string> all;
  if (const Entry* rules = pack.find("rule"))
    for (const Entry& rule : rules->value.entries)
      if (contains(kTextChecks, text_of(rule.value, "check"))) add_texts_of_rule(rule.value, all);
  return all;
}

// Each with its stage; "" of one that several stages have.
std::map<std::string, std::string> marks_of(const Node& pack) {
  std::map<std::string, std::string> all;
  if (const Entry* marks = pack.find("marks"))
    for (const Entry& stage : marks->value.entries)
      for (const Node& item : stage.value.items)
        if (auto [known, is_new] = all.emplace(item.text, stage.key); !is_new) known->second = "";
  return all;
}

// Whether the file itself sets limits on the page or the type.
bool sets_layout(const Layer& layer) {
  const Entry* own = layer.own.find("rule");
  const Entry* merged = layer.merged.find("rule");
  if (!own || !merged) return false;
  const auto& entries = own->value.entries;
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& rule) {
    const Entry* whole = merged->value.find(rule.key);
    return whole && rule.value.find("with") &&
           contains(layout_checks(), text_of(whole->value, "check"));
  });
}

class FingerprintReader {
 public:
  FingerprintReader(const Index& index, bool with_layouts)
      : index_(index), with_layouts_(with_layouts) {
    for (const auto& [id, file] : index_) layer_of(id, kDeepest);
    for (const auto& [id, layer] : layers_)
      if (layer) add_common(*layer);
  }

  std::vector<model::Fingerprint> read() {
    std::vector<model::Fingerprint> all;
    for (auto& [id, layer] : layers_)
      if (layer)
        if (auto print = read_one(id, *layer)) all.push_back(std::move(*print));
    return all;
  }

 private:
  const Layer* layer_of(const std::string& id, std::size_t depth);
  std::optional<Layer> read_layer(const std::string& id, std::size_t depth);
  void add_common(const Layer& layer);
  std::vector<std::string> ancestors_of(const Layer& layer) const;
  const Node* described_for(const Layer& layer) const;
  bool is_common(const std::string& text) const;
  std::optional<model::Fingerprint> read_one(const std::string& id, Layer& layer);
  void sort_texts(const Node& said, const Identity& identity, model::Fingerprint& print) const;
  LayoutsRead read_layouts_of(const std::string& id, const Layer& layer) const;
  const LayoutsRead& layouts_of(const std::string& id, Layer& layer);

  const Index& index_;
  bool with_layouts_;
  std::map<std::string, std::optional<Layer>> layers_;  // none of files that are not sound
  std::vector<std::string> common_;                     // letters of texts that tell no venue
};

const Layer* FingerprintReader::layer_of(const std::string& id, std::size_t depth) {
  auto known = layers_.find(id);
  if (known == layers_.end()) known = layers_.emplace(id, read_layer(id, depth)).first;
  return known->second ? &*known->second : nullptr;
}

std::optional<Layer> FingerprintReader::read_layer(const std::string& id, std::size_t depth) {
  auto file = index_.find(id);
  if (file == index_.end() || depth == 0) return std::nullopt;
  auto bytes = bytes_of(file->second);
  if (!bytes) return std::nullopt;
  auto read = read_toml(*bytes, 0);
  if (std::holds_alternative<SyntaxError>(read)) return std::nullopt;
  Layer layer;
  layer.own = std::move(std::get<Node>(read));
  if (text_of(layer.own, "id") != id) return std::nullopt;
  layer.parents = names_of_parents(layer.own);
  for (const std::string& name : layer.parents) {
    const Layer* parent = layer_of(name, depth - 1);
    if (!parent) return std::nullopt;
    merge(layer.merged, parent->merged);
  }
  keep_identifying(layer.own, layer.merged);
  layer.changes_layout = layer.parents.size() != 1 || changes_layout(layer.own, layer.merged);
  merge(layer.merged, layer.own);
  layer.identity = read_identity(layer.own, layer.problems);
  return layer;
}

// What a pack that extends nothing prints is printed at many venues.
void FingerprintReader::add_common(const Layer& layer) {
  for (const std::string& text : layer.identity.common) common_.push_back(checks::squeezed(text));
  const Entry* marks = layer.own.find("extends") ? nullptr : layer.own.find("marks");
  if (!marks) return;
  for (const Entry& stage : marks->value.entries)
    for (const Node& item : stage.value.items) common_.push_back(checks::squeezed(item.text));
}

// What a pack describes holds for those that extend it, until one sets the page otherwise.
const Node* FingerprintReader::described_for(const Layer& layer) const {
  const Node* described = described_layouts(layer.own);
  if (described || sets_layout(layer)) return described;
  for (auto parent = layer.parents.rbegin(); parent != layer.parents.rend() && !described; ++parent)
    described = described_for(*layers_.at(*parent));
  return described;
}

bool FingerprintReader::is_common(const std::string& text) const {
  std::string letters = checks::squeezed(text);
  return std::any_of(common_.begin(), common_.end(), [&](const std::string& common) {
    return common.find(letters) != std::string::npos;
  });
}

// Nearest first, each once.
std::vector<std::string> FingerprintReader::ancestors_of(const Layer& layer) const {
  std::vector<std::string> all = layer.parents;
  for (std::size_t next = 0; next < all.size(); ++next)
    for (const std::string& parent : layers_.at(all[next])->parents)
      if (std::find(all.begin(), all.end(), parent) == all.end()) all.push_back(parent);
  return all;
}

// A pack's own year may be any in its texts, so that editions are told by what was found.
void FingerprintReader::sort_texts(const Node& said, const Identity& identity,
                                   model::Fingerprint& print) const {
  auto marks = marks_of(said);
  std::set<std::string> all = texts_of_rules(said);
  for (const auto& [text, stage] : marks) all.insert(text);
  all.insert(identity.texts.begin(), identity.texts.end());
  for (std::string text : all) {
    if (is_common(text)) continue;
    auto mark = marks.find(text);
    std::size_t at = print.year > 0 ? text.find(fmt::format("{}", print.year)) : text.npos;
    if (at != text.npos) text.replace(at, 4, "{year}");
    if (mark != marks.end() && !mark->second.empty()) print.stages[text] = mark->second;
    print.texts.push_back(std::move(text));
  }
}

// At each stage: those that somebody described, or else what the rules say.
LayoutsRead FingerprintReader::read_layouts_of(const std::string& id, const Layer& layer) const {
  Chain chain;
  chain.names = {id};
  chain.ranks = {0};  // every layer was read as file 0
  if (const Entry* rules = layer.merged.find("rule")) {
    set(chain.merged, {"rule", rules->place, {}});
    Node& kept = chain.merged.entries.front().value;
    std::copy_if(rules->value.entries.begin(), rules->value.entries.end(),
                 std::back_inserter(kept.entries),
                 [](const Entry& rule) { return is_on_layout(rule.value); });
  }
  Problems problems;
  auto stages = texts(layer.merged, "stages", problems);
  const Node* described = described_for(layer);
  LayoutsRead read;
  auto layouts = described ? read_layouts(chain, *described, stages, problems)
                           : read_layouts(chain, stages, problems);
  if (!layouts.empty()) read.layouts = std::make_shared<const model::Layouts>(std::move(layouts));
  read.are_sound = problems.empty();
  return read;
}

// Most packs leave the page to the pack they extend, whose layouts are read once.
const LayoutsRead& FingerprintReader::layouts_of(const std::string& id, Layer& layer) {
  if (!layer.layouts && !layer.changes_layout) {
    const std::string& parent = layer.parents.front();
    layer.layouts = layouts_of(parent, *layers_.at(parent));
  }
  if (!layer.layouts) layer.layouts = read_layouts_of(id, layer);
  return *layer.layouts;
}

std::optional<model::Fingerprint> FingerprintReader::read_one(const std::string& id, Layer& layer) {
  model::Fingerprint print;
  print.id = id;
  print.pack_title = text_of(layer.own, "title");
  std::tie(print.venue, print.year) = venue_and_year(id);
  print.parents = ancestors_of(layer);
  print.stands_behind =
      std::any_of(print.parents.begin(), print.parents.end(),
                  [](const std::string& parent) { return venue_and_year(parent).second > 0; });
  const Identity whole = read_identity(layer.merged, layer.problems);
  const Identity& identity = print.stands_behind ? layer.identity : whole;
  sort_texts(print.stands_behind ? layer.own : layer.merged, identity, print);
  print.info = identity.info;
  for (const std::string& text : texts_of_rules(layer.merged))
    if (is_common(text)) print.shared.push_back(text);
  if (!layer.identity.venue.empty()) print.venue = layer.identity.venue;
  print.title = whole.title;
  bool tells_nothing = print.texts.empty() && print.info.empty();
  LayoutsRead read;
  if (!whole.by_text && (with_layouts_ || tells_nothing)) read = layouts_of(id, layer);
  print.layouts = std::move(read.layouts);
  if (!read.are_sound || !layer.problems.empty() || (tells_nothing && !print.layouts))
    return std::nullopt;
  return print;
}

}  // namespace

std::vector<model::Fingerprint> read_fingerprints(const Index& index) {
  return FingerprintReader(index, true).read();
}

std::vector<model::Fingerprint> read_prints(const Index& index) {
  return FingerprintReader(index, false).read();
}

}  // namespace packs
