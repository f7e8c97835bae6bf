#include <algorithm>

#include "learn/limits.hpp"
#include "learn/prints.hpp"
#include "learn/toml.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace learn {
namespace {

constexpr std::size_t kMostSections = 30;

std::string asked(const std::string& question, const std::string& table = "") {
  std::string text = comment("ask: " + question);
  for (const std::string& line : util::split(table, '\n'))
    if (!line.empty()) text += "# " + line + '\n';
  return text;
}

std::string page_limit(const std::vector<Group>& groups) {
  std::string seen;
  int most = 1;
  for (const Group& group : groups)
    for (const Sample* sample : group.samples) {
      const auto& end = sample->measured.main_end;
      if (!end) continue;
      most = std::max(most, end->page);
      seen += fmt::format(" In {} it ends on page {} of {}.", sample->name, end->page,
                          sample->measured.pages);
    }
  return asked(
      "how many pages may the main part have?" + seen,
      fmt::format("[rule.page-limit]\ncheck = \"length/main-pages\"\nseverity = \"error\"\n"
                  "with = {{ max = {} }}\ncite = {{ text = \"...\" }}",
                  most));
}

// Of these every paper has some; what a venue asks for beside them is what its sample shows.
bool is_usual(const std::string& kind) {
  constexpr std::string_view kUsual[] = {"body", "references", "appendix", "supplementary",
                                         "acknowledgments"};
  return std::find(std::begin(kUsual), std::end(kUsual), kind) != std::end(kUsual);
}

struct Sections {
  std::vector<std::string> titles, kinds;
};

void add_once(std::vector<std::string>& all, const std::string& one) {
  if (all.size() < kMostSections && std::find(all.begin(), all.end(), one) == all.end())
    all.push_back(one);
}

Sections sections_of(const std::vector<Group>& groups) {
  Sections found;
  for (const Group& group : groups)
    for (const Sample* sample : group.samples)
      for (const model::Section& section : sample->measured.sections) {
        if (section.level == 1) add_once(found.titles, section.title);
        if (!is_usual(section.class_id)) add_once(found.kinds, section.class_id);
      }
  return found;
}

std::string sections(const std::vector<Group>& groups) {
  Sections found = sections_of(groups);
  std::string seen =
      found.titles.empty() ? "" : " The samples have: " + util::join(found.titles, "; ") + '.';
  // One that many venues ask for stands for an example.
  if (found.kinds.empty()) found.kinds = {"limitations"};
  std::string tables;
  for (const std::string& kind : found.kinds)
    tables += fmt::format(
        "[rule.{}]\ncheck = \"structure/required-section\"\nseverity = \"error\"\n"
        "with = {{ class = \"{}\" }}\ncite = {{ text = \"...\" }}\n",
        kind, kind);
  return asked("which sections must a paper have, and which must it not have?" + seen, tables);
}

// What names no year and no stage may be the sample's own title or authors, or its numbers.
std::string open_prints(const Group& group) {
  constexpr std::pair<Place, const char*> kPlaces[] = {
      {Place::notice, "on page 1"}, {Place::head, "in heads"}, {Place::foot, "in feet"}};
  std::string text;
  for (const auto& [place, name] : kPlaces) {
    std::vector<std::string> texts;
    for (const Print& print : prints_of(group))
      if (print.place == place && !(print.is_of_style && !fixed_part(print.text).empty()))
        add_once(texts, print.text);
    if (texts.empty()) continue;
    text += asked(fmt::format("which of these does the style print, and which are the sample's own "
                              "({}, {})?",
                              group.stage, name),
                  fmt::format("text = {}", list_of(texts)));
  }
  return text;
}

bool is_learned(const Property& property, const std::vector<Rule>& rules) {
  return std::any_of(rules.begin(), rules.end(),
                     [&](const Rule& rule) { return rule.id == property.id; });
}

// Learned of no sample alone: papers that lack what a sample lacks may be all right.
std::string absences(const std::vector<Group>& groups, const std::vector<Rule>& rules) {
  std::string text;
  for (const Property& property : page_properties()) {
    if (is_learned(property, rules)) continue;
    for (const Group& group : groups)
      if (auto limit = property.find(group))
        text +=
            asked(fmt::format("in the samples {} ({}); is that what the venue asks for?",
                              limit->how, group.stage),
                  fmt::format("[rule.{}]\ncheck = \"{}\"\nseverity = \"warning\"\n"
                              "stages = {}\nwith = {{ {} }}",
                              property.id, property.check, list_of({group.stage}), limit->with));
  }
  return text;
}

std::string not_seen(const std::vector<Group>& groups, const std::vector<Rule>& rules) {
  std::vector<std::string> missing;
  for (const auto& properties : {page_properties(), type_properties()})
    for (const Property& property : properties) {
      bool is_shown = std::any_of(groups.begin(), groups.end(), [&](const Group& group) {
        return property.find(group).has_value();
      });
      if (!is_learned(property, rules) && !is_shown)
        missing.push_back(fmt::format("{} ({})", property.id, property.check));
    }
  if (missing.empty()) return "";
  return asked("what does the venue say of what the samples do not show, or not alike: " +
               util::join(missing, ", ") +
               "? A longer paper in the style, given beside them, may show it.");
}

std::string fonts(const std::vector<Group>& groups) {
  std::size_t all = 0;
  std::vector<std::string> loose, type3;
  for (const Group& group : groups)
    for (const Sample* sample : group.samples)
      for (const model::Font& font : sample->fonts) {
        ++all;
        bool is_type3 = font.type == "Type 3";
        if (is_type3) add_once(type3, font.name.empty() ? "one without a name" : font.name);
        if (!font.embedded && !is_type3) add_once(loose, font.name);
      }
  auto names = [](const std::vector<std::string>& list) {
    return list.empty() ? "none" : util::join(list, ", ");
  };
  std::string seen = fmt::format(" The samples have {} fonts; not embedded: {}; of Type 3: {}.",
                                 all, names(loose), names(type3));
  return asked("must fonts be embedded, and are Type 3 fonts refused?" + (all > 0 ? seen : ""),
               "[rule.fonts-embedded]\ncheck = \"font/embedded\"\nseverity = \"warning\"\n"
               "[rule.no-type3]\ncheck = \"font/type3\"\nseverity = \"warning\"");
}

}  // namespace

std::vector<std::string> questions(const std::vector<Group>& groups,
                                   const std::vector<Rule>& rules) {
  std::vector<std::string> all = {page_limit(groups), sections(groups)};
  for (const Group& group : groups) all.push_back(open_prints(group));
  all.push_back(absences(groups, rules));
  all.push_back(not_seen(groups, rules));
  all.push_back(fonts(groups));
  all.push_back(asked("how many megabytes may a file have?",
                      "[rule.file-size]\ncheck = \"length/file-size\"\nseverity = \"warning\"\n"
                      "with = { max = 50 }"));
  std::erase(all, std::string());
  return all;
}

}  // namespace learn
