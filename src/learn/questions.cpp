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

std::string sections(const std::vector<Group>& groups) {
  std::vector<std::string> titles;
  for (const Group& group : groups)
    for (const Sample* sample : group.samples)
      for (const model::Section& section : sample->measured.sections)
        if (section.level == 1 && titles.size() < kMostSections &&
            std::find(titles.begin(), titles.end(), section.title) == titles.end())
          titles.push_back(section.title);
  std::string seen = titles.empty() ? "" : " The samples have: " + util::join(titles, "; ") + '.';
  return asked("which sections must a paper have, and which must it not have?" + seen,
               "[rule.limitations]\ncheck = \"structure/required-section\"\nseverity = \"error\"\n"
               "with = { class = \"limitations\" }\ncite = { text = \"...\" }");
}

// A head that names no year may be the sample's own title or authors.
std::string open_prints(const Group& group) {
  std::string text;
  for (const Print& print : prints_of(group))
    if (!print.is_of_style)
      text += asked(
          fmt::format("does the style print this, or is it the sample's own ({}, {})?", group.stage,
                      print.place == Place::notice ? "page 1"
                      : print.place == Place::head ? "head"
                                                   : "foot"),
          fmt::format("text = {}", list_of({print.text})));
  return text;
}

std::string not_seen(const std::vector<Rule>& rules) {
  std::vector<std::string> missing;
  for (const auto& properties : {page_properties(), type_properties()})
    for (const Property& property : properties)
      if (std::none_of(rules.begin(), rules.end(),
                       [&](const Rule& rule) { return rule.id == property.id; }))
        missing.push_back(fmt::format("{} ({})", property.id, property.check));
  if (missing.empty()) return "";
  return asked("what does the venue say of what the samples do not show, or not alike: " +
               util::join(missing, ", ") + '?');
}

}  // namespace

std::vector<std::string> questions(const std::vector<Group>& groups,
                                   const std::vector<Rule>& rules) {
  std::vector<std::string> all = {page_limit(groups), sections(groups)};
  for (const Group& group : groups) all.push_back(open_prints(group));
  all.push_back(not_seen(rules));
  all.push_back(asked("must fonts be embedded, and are Type 3 fonts refused?",
                      "[rule.fonts-embedded]\ncheck = \"font/embedded\"\nseverity = \"warning\"\n"
                      "[rule.no-type3]\ncheck = \"font/type3\"\nseverity = \"warning\""));
  all.push_back(asked("how many megabytes may a file have?",
                      "[rule.file-size]\ncheck = \"length/file-size\"\nseverity = \"warning\"\n"
                      "with = { max = 50 }"));
  std::erase(all, std::string());
  return all;
}

}  // namespace learn
