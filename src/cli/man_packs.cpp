#include <span>
#include <string>
#include <vector>

#include "checks/params.hpp"
#include "cli/manuals.hpp"
#include "cli/troff.hpp"
#include "packs/language.hpp"
#include "packs/vocabulary.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

using packs::Key;
using packs::KeyType;

constexpr std::string_view kDescription =
    "A pack holds what one venue asks of papers. It is a TOML file whose name is its id and .toml; "
    "where packs are looked for is said in deskcheck(1). deskcheck packs check FILE names every "
    "mistake at its line and column, deskcheck packs show ID prints a pack with all that it "
    "inherits and where each value was set.";

constexpr std::string_view kInheritance =
    "A pack that extends another has all its keys, tables key by key: a rule of the same name "
    "changes what it names and keeps the rest. Lists and texts are replaced as a whole; gaps add "
    "up. Of several parents the later stands over the earlier, and a pack always over those it "
    "extends, however often they are met. A rule may be switched off, and on again by a pack that "
    "extends this one. A citation without an address keeps that of the file that it is written in. "
    "The hash that results carry is of the bytes of all files, the furthest parent first.";

constexpr std::string_view kStages =
    "A rule is read for one stage and one track: first the rule itself, then what it says for the "
    "track, then for the stage, then for the stage within the track; each changes what it names. "
    "The lists stages and tracks say where a rule holds at all. The stages there may be are {}.";

constexpr std::string_view kLengths =
    "Texts of a number and a unit, one of {}. A pt is 1/72 inch, as PDF and word processors have "
    "it; a tpt is TeX's own, 1/72.27 inch: a paper in LaTeX's 10pt has type of \"10tpt\". Nothing "
    "may be left out but for \"0\".";

constexpr std::string_view kMarks =
    "Below [marks], each stage has a list of texts that only papers compiled for it show, such as "
    "notices that a style prints. inspect tells the stage of a paper by them.";

constexpr std::string_view kPatterns =
    "Parameters that are said to hold patterns are regular expressions of RE2. One of them has to "
    "match the whole value, in any case. Quotes of one kind ('...') keep TOML from reading "
    "backslashes: '.*@example\\.org'. Texts of styles may hold {year} and {ordinal}, which stand "
    "for any year and any ordinal.";

constexpr std::string_view kSeverities =
    "An error should be all but never wrong: what the venue says in a sentence that is cited, and "
    "rejects for. A number that nobody could confirm is a warning at most. With person = true a "
    "person decides before anything is said to the author.";

constexpr std::string_view kEditors =
    "deskcheck packs schema prints this language as a JSON Schema; it is installed beside the "
    "packs as schema.json. Editors whose TOML plugin reads schemas complete keys and mark mistakes "
    "in a file that begins with the line";

std::string_view kind_of(KeyType type) {
  switch (type) {
    case KeyType::text:
      return "text";
    case KeyType::name:
      return "a name";
    case KeyType::names:
      return "a list of names";
    case KeyType::packs:
      return "an id, or a list of ids";
    case KeyType::date:
      return "a date, without quotes";
    case KeyType::url:
      return "a web address";
    case KeyType::flag:
      return "true or false";
    case KeyType::texts:
      return "a list of texts";
    case KeyType::stage_list:
      return "a list of stages";
    case KeyType::severity:
      return "\"error\", \"warning\" or \"note\"";
    case KeyType::check:
      return "the id of a check";
    case KeyType::limits:
    case KeyType::cite:
    case KeyType::identity:
      return "a table";
    case KeyType::sections:
    case KeyType::marks:
    case KeyType::rules:
    case KeyType::by_stage:
    case KeyType::by_track:
      return "tables by name";
    case KeyType::info:
      return "lists of texts by entry";
    case KeyType::title:
      return "\"left\" or \"centred\"";
    case KeyType::gaps:
    case KeyType::layouts:
      return "a list of tables";
  }
  return "";
}

void write_keys(std::ostream& out, std::span<const Key> keys) {
  for (const Key& key : keys)
    write_entry(out, key.name, kind_of(key.type),
                fmt::format("{} For example: {}", key.meaning, key.example));
}

void write_tables(std::ostream& out) {
  for (const packs::Table& table : packs::tables()) {
    out << ".SS \"" << (table.heading.empty() ? "The pack" : troff(table.heading)) << "\"\n";
    out << troff(table.meaning) << '\n';
    // A stage and a track say what a rule says.
    if (table.heading.starts_with("[rule.NAME.")) {
      std::vector<std::string> names;
      for (const Key& key : table.keys) names.emplace_back(key.name);
      write_paragraph(out, fmt::format("Keys, as those of a rule: {}.", util::join(names, ", ")));
    } else {
      write_keys(out, table.keys);
    }
  }
}

void write_part(std::ostream& out, std::string_view title, std::string_view text) {
  write_section(out, title, troff(text) + "\n");
}

std::string units() {
  std::vector<std::string> names;
  for (std::string_view unit : checks::units()) names.emplace_back(unit);
  return util::join(names, ", ");
}

}  // namespace

void write_manual_of_packs(std::ostream& out) {
  write_title(out, "DESKCHECK\\-PACKS", 5, "Rule packs of deskcheck");
  write_section(out, "NAME", "deskcheck\\-packs \\- the language of rule packs\n");
  write_part(out, "DESCRIPTION", kDescription);
  write_section(out, "KEYS", "");
  write_tables(out);
  write_part(out, "MARKS", kMarks);
  write_part(out, "SEVERITIES", kSeverities);
  write_part(out, "\"STAGES AND TRACKS\"",
             fmt::format(fmt::runtime(kStages), util::join(packs::all_stages(), ", ")));
  write_part(out, "INHERITANCE", kInheritance);
  write_part(out, "LENGTHS", fmt::format(fmt::runtime(kLengths), units()));
  write_part(out, "PATTERNS", kPatterns);
  write_section(out, "EXAMPLE", "");
  write_verbatim(out, util::trim(packs::example()));
  write_part(out, "EDITORS", kEditors);
  write_verbatim(out, "#:schema /usr/share/deskcheck/packs/schema.json");
  write_section(out, "\"SEE ALSO\"", "\\fBdeskcheck\\fR(1), \\fBdeskcheck\\-checks\\fR(7)\n");
}

}  // namespace cli
