#include "report/html_paper.hpp"

#include <map>
#include <optional>

#include "model/result_json.hpp"
#include "model/words.hpp"
#include "report/html_figures.hpp"
#include "report/layout.hpp"
#include "report/markup.hpp"
#include "report/measured_text.hpp"
#include "report/ranking.hpp"
#include "report/strength.hpp"
#include "report/tally.hpp"
#include "util/format.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;

struct GroupWords {
  Group group;
  const char* kind;
  const char* one;
  const char* many;
};
// In the order in which they are shown.
constexpr GroupWords kGroups[] = {{Group::problem, "problem", "Problem", "Problems"},
                                  {Group::look, "look", "To look at", "To look at"},
                                  {Group::warning, "warning", "Warning", "Warnings"},
                                  {Group::note, "note", "Note", "Notes"},
                                  {Group::waived, "waived", "Waived", "Waived"},
                                  {Group::known, "known", "In the baseline", "In the baseline"}};

// Nothing but a web address may be followed: packs and stored results may come from anybody.
bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string link(const std::string& url) {
  std::string text = escaped(url);
  if (!is_web_address(url)) return text;
  return fmt::format("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", text, text);
}

// Nothing where there is nothing to say.
std::string term(std::string_view name, std::string_view text, const char* kind = "") {
  if (text.empty()) return "";
  std::string attribute = *kind ? fmt::format(" class=\"{}\"", kind) : "";
  return fmt::format("<div{}><dt>{}</dt><dd>{}</dd></div>\n", attribute, name, escaped(text));
}

// The venue's own words, where they stand, and when: who doubts a finding looks there.
std::string cite(const Finding& finding) {
  if (!finding.cite) return "";
  const model::Cite& it = *finding.cite;
  std::string out = "<div class=\"venue\">\n";
  if (!it.text.empty()) out += fmt::format("<blockquote>{}</blockquote>\n", escaped(it.text));
  std::string source = it.url.empty() ? "" : link(it.url);
  if (!it.read_on.empty())
    source += fmt::format(" <span>as read on {}</span>", escaped(it.read_on));
  if (!source.empty()) out += fmt::format("<p class=\"source\">{}</p>\n", source);
  return out + "</div>\n";
}

// Nobody is to take for proven what was inferred.
std::string confidence(const Finding& finding) {
  if (finding.outcome == model::Outcome::undecided) return "undecided: a person must look";
  switch (finding.confidence) {
    case model::Confidence::certain:
      return "certain: measured";
    case model::Confidence::likely:
      return "likely: inferred";
    case model::Confidence::possible:
      break;
  }
  return "possible: for a person to decide";
}

// Cards of one paper, one after another.
class Cards {
 public:
  Cards(const Result& result, const HtmlFigures& figures, const HtmlPlace& place,
        const Style& style)
      : result_(result), figures_(figures), place_(place), style_(style) {}

  std::string group(const GroupWords& words) {
    int all = count(result_, words.group);
    if (all == 0) return "";
    std::string id = fmt::format("{}-{}", place_.id, words.kind);
    std::string out = fmt::format(
        "<section class=\"group\" aria-labelledby=\"{0}\">\n<h{1} id=\"{0}\">{2}{3}</h{1}>\n", id,
        place_.heading, all == 1 ? words.one : words.many,
        all == 1 ? "" : fmt::format(" ({})", all));
    for (std::size_t i = 0; i < result_.findings.size(); ++i)
      if (group_of(result_.findings[i]) == words.group) out += card(i, words);
    return out + "</section>\n";
  }

 private:
  // What was found, by how much, where, on whose authority, and how to mend it: in that order.
  std::string card(std::size_t number, const GroupWords& words) {
    const Finding& it = result_.findings[number];
    std::string id = fmt::format("{}-f{}", place_.id, number + 1);
    std::string out = fmt::format(
        "<article class=\"card {}\" id=\"{}\" tabindex=\"-1\" data-finding=\"{}\" "
        "aria-labelledby=\"{}-title\">\n",
        words.kind, id, number, id);
    out += fmt::format(
        "<p class=\"tags\"><span class=\"tag kind\">{} {}</span> <span class=\"tag\">{}</span> "
        "<code>{}</code></p>\n",
        words.one, number + 1, confidence(it), escaped(it.check));
    int level = place_.heading + 1;
    out += fmt::format("<h{} id=\"{}-title\">{}</h{}>\n", level, id,
                       escaped(shown(it.message, kMostOfASentence)), level);
    // Side by side, so that nobody has to look for the difference.
    std::string numbers = term("Measured", it.measured, "measured") +
                          term("Allowed", it.allowed, "allowed") +
                          term("Evidence", it.evidence, "evidence");
    if (it.source)
      numbers += term("Source", fmt::format("{}:{}", shown(it.source->file), it.source->line));
    // Who reads the card without a script sees what was decided, too.
    if (it.waived) numbers += term("Waived", words_of(*it.waived));
    if (it.confirmed) numbers += term("Confirmed", words_of(*it.confirmed));
    if (!numbers.empty()) out += "<dl class=\"numbers\">\n" + numbers + "</dl>\n";
    out += figures_.of(number) + cite(it);
    if (!it.fix.empty())
      out += fmt::format("<p class=\"fix\"><strong>Fix</strong> {}</p>\n", escaped(it.fix));
    return out + about(it.check, id) + "</article>\n";
  }

  // A page of a sheet would repeat the same text for each paper; there the script brings it.
  std::string about(const std::string& check, const std::string& card) {
    std::string_view page = style_.page_of ? style_.page_of(check) : "";
    if (page.empty()) return "";
    std::string name = escaped(check);
    if (!place_.is_alone)
      return fmt::format(
          "<details class=\"about\" data-about=\"{0}\"><summary>About {0}</summary></details>\n",
          name);
    auto [first, is_new] = explained_.try_emplace(check, card + "-about");
    if (!is_new)
      return fmt::format("<p class=\"about\"><a href=\"#{}\">About {}</a></p>\n", first->second,
                         name);
    return fmt::format(
        "<details class=\"about\" id=\"{}\"><summary>About {}</summary>\n{}</details>\n",
        first->second, name, markup_of_page(page));
  }

  const Result& result_;
  const HtmlFigures& figures_;
  const HtmlPlace& place_;
  const Style& style_;
  std::map<std::string, std::string> explained_;  // where the page of a check stands
};

util::Json number_or_null(std::optional<double> value) {
  return value ? util::Json(util::rounded(*value)) : util::Json();
}

// What papers of one venue have in common, so that those that differ stand out.
util::Json measures(const Result& result) {
  // Of a file that could not be read no measure is one.
  if (!result.paper || result.paper->document.failure) return nullptr;
  const model::Measured& it = result.paper->measured;
  std::optional<double> size, leading, width, height;
  if (it.body) size = it.body->size;
  if (it.body) leading = it.body->leading;
  if (it.text_block) width = it.text_block->width();
  if (it.text_block) height = it.text_block->height();
  auto main = it.main_end ? std::optional<double>(it.main_end->page) : std::nullopt;
  return util::object({{"pages", it.pages},
                       {"main", number_or_null(main)},
                       {"size", number_or_null(size)},
                       {"leading", number_or_null(leading)},
                       {"width", number_or_null(width)},
                       {"height", number_or_null(height)},
                       {"smallest", number_or_null(it.sizes.smallest)},
                       {"words", it.words}});
}

// What somebody decided before this report, which the page shows and saves with the rest.
util::Json ruling_of(const Finding& it) {
  if (!it.waived && !it.confirmed) return nullptr;
  const model::Ruling& ruling = it.waived ? *it.waived : *it.confirmed;
  return util::object({{"what", it.waived ? "dismissed" : "confirmed"},
                       {"reason", ruling.reason},
                       {"by", ruling.by},
                       {"until", ruling.until}});
}

util::Json row_of(const Finding& it) {
  return util::object({{"check", it.check},
                       {"severity", word(it.severity)},
                       {"outcome", word(it.outcome)},
                       {"confidence", word(it.confidence)},
                       {"weakness", weakness(it)},
                       {"page", it.page ? util::Json(*it.page) : util::Json()},
                       {"ruling", ruling_of(it)},
                       {"message", shown(it.message, kMostOfASentence)},
                       {"fingerprint", it.fingerprint}});
}

}  // namespace

std::string html_findings(const Result& result, const HtmlFigures& figures, const HtmlPlace& place,
                          const Style& style) {
  Cards cards(result, figures, place, style);
  std::string out;
  for (const GroupWords& words : kGroups) out += cards.group(words);
  return out;
}

std::string html_index(const Result& result, const HtmlPlace& place) {
  constexpr std::size_t kFew = 2;  // stand on one screen
  if (result.findings.size() <= kFew) return "";
  std::string items;
  for (const GroupWords& words : kGroups)
    for (std::size_t i = 0; i < result.findings.size(); ++i) {
      const Finding& it = result.findings[i];
      if (group_of(it) != words.group) continue;
      items += fmt::format("<li class=\"{}\" value=\"{}\"><a href=\"#{}-f{}\">{}</a>{}</li>\n",
                           words.kind, i + 1, place.id, i + 1, escaped(shown(it.message)),
                           it.page ? fmt::format(" <span>p. {}</span>", *it.page) : "");
    }
  return fmt::format(
      "<nav class=\"index\" aria-labelledby=\"index-heading\">\n<h2 id=\"index-heading\">Findings "
      "({})</h2>\n<ol>\n{}</ol>\n</nav>\n",
      result.findings.size(), items);
}

std::string html_measures(const Result& result) {
  if (!result.paper || result.paper->document.failure) return "";
  std::string out;
  for (const auto& [label, text] : measured_facts(result))
    if (!label.empty()) out += term(label, text);
  return "<dl class=\"measures\">\n" + out + "</dl>\n";
}

std::string html_checked(const Result& result, int heading) {
  std::string out;
  if (!result.checked.empty())
    out += fmt::format(
        "<h{0}>Checked, nothing found ({1})</h{0}>\n<details><summary>Which checks</summary>\n"
        "<p class=\"checks\">{2}</p></details>\n",
        heading, result.checked.size(), escaped(util::join(result.checked, ", ")));
  auto reasons = unchecked_by_reason(result);
  if (reasons.empty()) return out;
  out += fmt::format("<h{0}>Not checked</h{0}>\n<ul class=\"unchecked\">\n", heading);
  constexpr std::size_t kFew = 4;  // of a file that could not be read it is all of them
  // The same reason may hold of dozens of checks: it is said once.
  for (const auto& [why, checks] : reasons) {
    std::string names = fmt::format("<code>{}</code>", escaped(util::join(checks, ", ")));
    if (checks.size() > kFew)
      names =
          fmt::format("<details><summary>{} checks</summary>{}</details>", checks.size(), names);
    out += fmt::format("<li>{} {}</li>\n", names, escaped(shown(why)));
  }
  return out + "</ul>\n";
}

// Texts are shown ones, but for those that files of decisions name papers and checks by.
std::string html_row(const Result& result) {
  // What filters, keys and files of decisions need before anybody opens the paper.
  util::Json findings = util::Json::array();
  for (const Finding& finding : result.findings) findings.push_back(row_of(finding));
  const std::string& id = result.file.id.empty() ? result.file.path : result.file.id;
  const Strength strength = strength_of(result);
  return quoted_json(util::dump(
      util::object({{"id", model::in_record(id)},  // as waivers name it
                    {"name", shown(id)},
                    {"file", model::in_record(result.file.path)},
                    {"path", shown(result.file.path, kMostOfASentence)},
                    {"verdict", result.pack ? util::Json(word(result.verdict)) : util::Json()},
                    {"place", result.pack ? util::Json(place_of(result)) : util::Json()},
                    {"unjudged", result.pack ? reason_unjudged(result) : std::string()},
                    {"strength", {strength.best, strength.fewer}},
                    {"headline", result.pack ? headline(result) : std::string()},
                    {"pack", result.pack ? util::Json(shown(result.pack->id)) : util::Json()},
                    {"measures", measures(result)},
                    {"findings", std::move(findings)}})));
}

}  // namespace report
