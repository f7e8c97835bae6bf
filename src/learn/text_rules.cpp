#include <algorithm>
#include <map>

#include "learn/limits.hpp"
#include "learn/prints.hpp"
#include "learn/toml.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace learn {
namespace {

using model::Severity;

std::string as_template(const Print& print) {
  return edition_of(fixed_part(print.text)).text;
}

std::vector<Print> style_prints(const Group& group) {
  std::vector<Print> all = prints_of(group);
  std::erase_if(
      all, [](const Print& print) { return !print.is_of_style || fixed_part(print.text).empty(); });
  return all;
}

std::string where(const Print& print) {
  if (print.place == Place::notice) return "on page 1 alone";
  return fmt::format("{} {} page{}",
                     print.place == Place::head ? "in the head of" : "in the foot of", print.pages,
                     print.pages == 1 ? "" : "s");
}

std::string how(const std::vector<Print>& prints) {
  std::vector<std::string> all;
  for (const Print& print : prints)
    all.push_back(fmt::format("\"{}\" {}", print.text, where(print)));
  return util::join(all, ", ");
}

// The first sentence that names the edition is the notice's; the others go with it.
std::optional<Limit> notice(const Group& group) {
  std::vector<Print> prints = style_prints(group);
  std::erase_if(prints, [](const Print& print) { return print.place != Place::notice; });
  if (prints.empty()) return std::nullopt;
  auto dated = std::find_if(prints.begin(), prints.end(),
                            [](const Print& print) { return edition_of(print.text).year > 0; });
  std::vector<Print> one = {dated == prints.end() ? prints.front() : *dated};
  std::string with =
      fmt::format("place = \"first-page\", text = {}, instead = {}",
                  list_of({fixed_part(one[0].text)}), list_of({as_template(one[0])}));
  return Limit{group.stage, with, how(one)};
}

// One of several, as left and right pages differ.
std::optional<Limit> head(const Group& group) {
  std::vector<Print> prints = style_prints(group);
  std::erase_if(prints, [](const Print& print) { return print.place == Place::notice; });
  if (prints.empty()) return std::nullopt;
  std::vector<std::string> texts, templates;
  for (const Print& print : prints) {
    texts.push_back(fixed_part(print.text));
    templates.push_back(as_template(print));
  }
  return Limit{group.stage,
               fmt::format("text = {}, instead = {}", list_of(texts), list_of(templates)),
               how(prints)};
}

// Of the year that most of a stage's texts name; what names another one is no edition's.
std::optional<Limit> edition(const Group& group) {
  std::map<int, std::vector<Print>> years;
  for (const Print& print : style_prints(group))
    if (int year = edition_of(print.text).year; year > 0) years[year].push_back(print);
  if (years.empty()) return std::nullopt;
  auto most = std::max_element(years.begin(), years.end(), [](const auto& a, const auto& b) {
    return a.second.size() < b.second.size();
  });
  std::vector<std::string> texts, ordinals;
  for (const Print& print : most->second) {
    Edition found = edition_of(print.text);
    if (std::string text = edition_template(print.text); !text.empty()) texts.push_back(text);
    if (!found.ordinal.empty() &&
        std::find(ordinals.begin(), ordinals.end(), found.ordinal) == ordinals.end())
      ordinals.push_back(found.ordinal);
  }
  if (texts.empty()) return std::nullopt;
  std::string with = fmt::format("year = {}, text = {}", most->first, list_of(texts));
  if (!ordinals.empty()) with += fmt::format(", ordinal = {}", list_of(ordinals));
  return Limit{group.stage, with, how(most->second)};
}

bool is_part_of(const Print& print, const std::vector<Print>& others) {
  std::string letters = letters_of(as_template(print));
  return std::any_of(others.begin(), others.end(),
                     [&](const Print& other) { return letters_of(as_template(other)) == letters; });
}

// What only other stages print.
std::optional<Limit> stage_text(const Group& group, const std::vector<Group>& groups) {
  std::vector<Print> own = style_prints(group);
  std::vector<std::string> texts, own_texts;
  for (const Group& other : groups)
    for (const Print& print : style_prints(other))
      if (other.stage != group.stage && !is_part_of(print, own))
        texts.push_back(as_template(print));
  if (texts.empty()) return std::nullopt;
  for (const Print& print : own) own_texts.push_back(as_template(print));
  std::string with = "text = " + list_of(texts);
  if (!own_texts.empty()) with += ", own = " + list_of(own_texts);
  return Limit{group.stage, with, "what only the samples of other stages print"};
}

}  // namespace

std::vector<Rule> text_rules(const std::vector<Group>& groups) {
  std::vector<Rule> all = {
      {"notice", "style/template", Severity::warning, true, {}, ""},
      {"running-head", "style/template", Severity::warning, true, {}, ""},
      {"edition", "style/year", Severity::warning, true, {}, ""},
      {"stage-text", "style/mode", Severity::warning, true, {}, ""},
  };
  for (const Group& group : groups) {
    const std::optional<Limit> limits[] = {notice(group), head(group), edition(group),
                                           stage_text(group, groups)};
    for (std::size_t i = 0; i < all.size(); ++i)
      if (limits[i]) all[i].limits.push_back(*limits[i]);
  }
  std::erase_if(all, [](const Rule& rule) { return rule.limits.empty(); });
  return all;
}

}  // namespace learn
