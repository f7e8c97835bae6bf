#include "packs/vocabulary.hpp"

#include <algorithm>
#include <utility>

#include "packs/fields.hpp"
#include "util/format.hpp"

namespace packs {
namespace {

model::SectionClass read_section(const Entry& entry, Problems& problems) {
  reject_unknown_keys(entry.value, section_keys(), "a section", problems);
  model::SectionClass section;
  section.id = entry.key;
  section.words = texts(entry.value, "words", problems);
  section.counted = flag_or(entry.value, "counted", true, problems);
  if (section.words.empty())
    problems.add(entry.place, fmt::format("the section {} has no \"words\"", in_quotes(entry.key)));
  return section;
}

// The stages or tracks of a gap, all of which the pack or a parent has.
std::vector<std::string> read_scope(const Node& gap, std::string_view key, std::string_view what,
                                    const std::vector<std::string>& known, Problems& problems) {
  std::vector<std::string> names;
  const Entry* list = gap.find(key);
  if (!list || !expect(*list, Node::Kind::list, problems)) return names;
  if (list->value.items.empty())
    problems.add(
        list->value.place,
        fmt::format("{} is empty; leave it out where the gap is one everywhere", in_quotes(key)));
  for (const Node& item : list->value.items) {
    if (!item.is(Node::Kind::text))
      problems.add(item.place, fmt::format("{} must be a list of texts", in_quotes(key)));
    else if (std::find(names.begin(), names.end(), item.text) != names.end())
      problems.add(item.place,
                   fmt::format("{} stands twice in {}", in_quotes(item.text), in_quotes(key)));
    else if (expect_one_of(item.text, known, what, item.place, problems))
      names.push_back(item.text);
  }
  return names;
}

bool is_among(const std::vector<std::string>& names, const std::string& name) {
  return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

const std::vector<std::string>& all_stages() {
  static const std::vector<std::string> stages = {"submission", "rebuttal", "camera-ready",
                                                  "preprint"};
  return stages;
}

model::Vocabulary read_vocabulary(const Node& pack, Problems& problems) {
  model::Vocabulary vocabulary;
  if (const Node* sections = find(pack, "sections", Node::Kind::table, problems)) {
    for (const Entry& entry : sections->entries) {
      expect_name(entry.key, entry.place, problems);
      if (expect(entry, Node::Kind::table, problems))
        vocabulary.sections.push_back(read_section(entry, problems));
      if (problems.is_full()) break;
    }
  }
  if (const Node* marks = find(pack, "marks", Node::Kind::table, problems)) {
    for (const Entry& entry : marks->entries) {
      if (!expect_one_of(entry.key, all_stages(), "stage", entry.place, problems)) continue;
      if (entry.value.is(Node::Kind::list) && entry.value.items.empty())
        problems.add(entry.value.place,
                     fmt::format("{} is empty; leave it out where no text shows the stage",
                                 in_quotes(entry.key)));
      vocabulary.stages.push_back({entry.key, texts(entry, problems)});
    }
  }
  return vocabulary;
}

std::vector<model::Gap> read_gaps(const Chain& chain, Problems& problems) {
  std::vector<model::Gap> gaps;
  const Entry* entry = chain.merged.find("gap");
  if (entry && entry->value.is(Node::Kind::table))
    problems.add(entry->place, "a gap stands in two pairs of brackets: [[gap]]");
  const Node* given = entry ? &entry->value : nullptr;
  if (!given || given->is(Node::Kind::table) || !expect(*entry, Node::Kind::list, problems))
    return gaps;
  for (const Node& item : given->items) {
    if (!item.is(Node::Kind::table)) {
      problems.add(item.place, "a gap is a table, written below [[gap]]");
      continue;
    }
    reject_unknown_keys(item, gap_keys(), "a gap", problems);
    model::Gap gap{text_or(item, "check", "", problems), text_or(item, "why", "", problems),
                   read_scope(item, "stages", "stage", chain.stages, problems),
                   read_scope(item, "tracks", "track", chain.tracks, problems),
                   chain.origin_of(item.place)};
    if (!item.find("check") || !item.find("why"))
      problems.add(item.place, "a gap needs \"check\" and \"why\"");
    gaps.push_back(std::move(gap));
  }
  return gaps;
}

bool is_one(const model::Gap& gap, const std::string& stage,
            const std::optional<std::string>& track) {
  return is_among(gap.stages, stage) && (!track || is_among(gap.tracks, *track));
}

}  // namespace packs
