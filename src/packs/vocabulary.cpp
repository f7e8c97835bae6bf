#include "packs/vocabulary.hpp"

#include <utility>

#include "checks/prints.hpp"
#include "packs/fields.hpp"
#include "util/format.hpp"

namespace packs {
namespace {

constexpr std::string_view kSectionKeys[] = {"words", "counted"};
constexpr std::string_view kGapKeys[] = {"check", "why"};
constexpr std::string_view kIdentityKeys[] = {"texts", "common", "by_text", "venue"};

model::SectionClass read_section(const Entry& entry, Problems& problems) {
  reject_unknown_keys(entry.value, kSectionKeys, "a section", problems);
  model::SectionClass section;
  section.id = entry.key;
  section.words = texts(entry.value, "words", problems);
  section.counted = flag_or(entry.value, "counted", true, problems);
  if (section.words.empty())
    problems.add(entry.place, fmt::format("the section {} has no \"words\"", in_quotes(entry.key)));
  return section;
}

}  // namespace

const std::vector<std::string>& all_stages() {
  static const std::vector<std::string> stages = {"submission", "rebuttal", "camera-ready",
                                                  "preprint"};
  return stages;
}

Identity read_identity(const Node& pack, Problems& problems) {
  const Node* given = find(pack, "identify", Node::Kind::table, problems);
  if (!given) return {};
  reject_unknown_keys(*given, kIdentityKeys, "\"identify\"", problems);
  Identity identity{texts(*given, "texts", problems), texts(*given, "common", problems),
                    flag_or(*given, "by_text", false, problems),
                    text_or(*given, "venue", "", problems)};
  for (const auto* list : {&identity.texts, &identity.common})
    if (std::string wrong = checks::unless_templates(*list); !wrong.empty())
      problems.add(given->place, wrong);
  return identity;
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
      vocabulary.stages.push_back({entry.key, texts(entry, problems)});
    }
  }
  return vocabulary;
}

std::vector<model::Gap> read_gaps(const Node& pack, Problems& problems) {
  std::vector<model::Gap> gaps;
  const Node* given = find(pack, "gap", Node::Kind::list, problems);
  if (!given) return gaps;
  for (const Node& item : given->items) {
    if (!item.is(Node::Kind::table)) {
      problems.add(item.place, "a gap is a table, written below [[gap]]");
      continue;
    }
    reject_unknown_keys(item, kGapKeys, "a gap", problems);
    model::Gap gap{text_or(item, "check", "", problems), text_or(item, "why", "", problems)};
    if (!item.find("check") || !item.find("why"))
      problems.add(item.place, "a gap needs \"check\" and \"why\"");
    gaps.push_back(std::move(gap));
  }
  return gaps;
}

}  // namespace packs
