#include <algorithm>

#include "learn/draft.hpp"
#include "learn/limits.hpp"
#include "learn/toml.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace learn {
namespace {

std::string word(model::Severity severity) {
  return severity == model::Severity::error ? "error" : "warning";
}

// A number that too little of a sample shows is a warning for a person.
bool is_sure(const Rule& rule) {
  return std::all_of(rule.limits.begin(), rule.limits.end(),
                     [](const Limit& limit) { return limit.is_sure; });
}

std::string how_measured(const Rule& rule, std::size_t stages) {
  std::string text;
  for (const Limit& limit : rule.limits) {
    std::string how = stages > 1 ? fmt::format("{}: {}.", limit.stage, limit.how) : limit.how + ".";
    if (!how.empty() && how[0] >= 'a' && how[0] <= 'z') how[0] = static_cast<char>(how[0] - 32);
    text += comment(how);
  }
  if (!is_sure(rule))
    text += comment("The samples do not show it alike often enough: a person decides.");
  return text;
}

std::string rule_table(const Draft& draft, const Rule& rule, const std::string& id) {
  bool sure = is_sure(rule);
  std::string text = fmt::format("[rule.{}]\ncheck = \"{}\"\nseverity = \"{}\"\n", id, rule.check,
                                 word(sure ? rule.severity : model::Severity::warning));
  if (rule.for_person || !sure) text += "person = true\n";
  std::vector<std::string> stages;
  for (const Limit& limit : rule.limits) stages.push_back(limit.stage);
  if (stages.size() < draft.groups.size()) text += fmt::format("stages = {}\n", list_of(stages));
  const Limit& first = rule.limits.front();
  text += fmt::format("with = {{ {} }}\n", first.with);
  for (const Limit& limit : rule.limits)
    if (limit.with != first.with)
      text += fmt::format("[rule.{}.stage.{}]\nwith = {{ {} }}\n", id, limit.stage, limit.with);
  return text;
}

std::string commented_out(const std::string& table) {
  std::string text;
  for (const std::string& line : util::split(util::trim(table), '\n')) text += "# " + line + '\n';
  return text;
}

std::string opening(const Draft& draft, const Heading& heading) {
  std::vector<std::string> stages, samples;
  for (const Group& group : draft.groups) {
    stages.push_back(group.stage);
    samples.push_back(fmt::format("{} ({})", names_of(group), group.stage));
  }
  std::string text =
      comment(fmt::format("Learned from {}. Each number says how it was measured; lines that begin "
                          "with \"ask\" are what samples do not tell. Numbers of a sample are no "
                          "sentence of the venue: where it has one, add it as the rule's cite, or "
                          "its findings quote nobody.",
                          util::join(samples, ", ")));
  text += fmt::format("id = {}\n", toml_text(heading.id));
  text += comment("ask: what is the venue called, and of which year is this?");
  text += fmt::format("title = {}\nversion = \"0.1.0\"\n", toml_text(heading.title));
  text += comment("ask: are papers reviewed blind? Then: extends = \"blind\"");
  text += fmt::format("extends = {}\nstages = {}\n", toml_text(heading.extends), list_of(stages));
  text += comment("ask: at which address does the call stand, and when was it read?");
  return text + "# url = \"https://...\"\n# read_on = 2026-01-31\n";
}

}  // namespace

std::string pack_text(const Draft& draft, const Heading& heading) {
  std::string text = opening(draft, heading);
  for (const Rule& rule : draft.rules) {
    std::string table = rule_table(draft, rule, heading.prefix + rule.id);
    text += '\n' + how_measured(rule, draft.groups.size());
    if (!rule.left_out.empty())
      text += comment("Left out, as the samples themselves do not keep it: " + rule.left_out) +
              commented_out(table);
    else
      text += table;
  }
  text +=
      "\n# ---- what samples do not tell "
      "---------------------------------------------------------------------\n";
  for (const std::string& question : draft.questions) text += '\n' + question;
  return text;
}

}  // namespace learn
