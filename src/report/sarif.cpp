#include <algorithm>
#include <map>

#include "model/words.hpp"
#include "report/layout.hpp"
#include "report/place.hpp"
#include "report/ranking.hpp"
#include "report/report.hpp"
#include "util/format.hpp"
#include "util/json.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;
using model::Severity;
using util::Json;
using util::object;

constexpr std::string_view kBegin =
    R"({"$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/)"
    R"(sarif-schema-2.1.0.json", "version": "2.1.0", "runs": [{"results": [)";

// In a message "[text](target)" is a link and "{0}" a place to be filled (sections 3.11.5 and
// 3.11.6 of the standard): nothing from a paper is either.
std::string message(std::string_view text) {
  std::string out;
  bool has_link = text.find("](") != std::string_view::npos;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    auto end = text.find_first_not_of("0123456789", at + 1);
    bool is_gap = c == '{' && end != std::string_view::npos && end > at + 1 && text[end] == '}';
    if (has_link && (c == '[' || c == ']')) out += '\\';
    if (!is_gap) {
      out += c;
      continue;
    }
    out += fmt::format("{{{}}}", text.substr(at, end + 1 - at));
    at = end;
  }
  return out;
}

Json text_of(std::string_view text) {
  return object({{"text", text}});
}

// A page as plain text: the words without the marks around them.
std::string plain(std::string_view page) {
  std::string out(page);
  for (auto star = out.find("**"); star != std::string::npos; star = out.find("**", star))
    out.erase(star, 2);
  return out.starts_with("# ") ? out.substr(2) : out;
}

// "# id", an empty line, and what the check measures.
std::string first_paragraph(std::string_view page) {
  auto begin = page.find("\n\n");
  if (begin == std::string_view::npos) return "";
  page.remove_prefix(begin + 2);
  std::string out = plain(page.substr(0, page.find("\n\n")));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

// How often a finding is right, as code scanning orders them: by what was counted on real papers,
// else by what severities promise. The words have no numbers in the standard; these are ours.
std::string_view precision_of(const std::string& check, Severity worst, const Style& style) {
  auto right = style.right_of ? style.right_of(check) : std::nullopt;
  if (right) {
    if (*right >= 0.95) return "very-high";
    if (*right >= 0.9) return "high";
    return *right >= 0.75 ? "medium" : "low";
  }
  if (worst == Severity::error) return "very-high";
  return worst == Severity::warning ? "high" : "medium";
}

Json rule(const std::string& check, Severity worst, const Style& style) {
  std::string_view page = style.page_of ? style.page_of(check) : "";
  std::string_view line = style.summary_of ? style.summary_of(check) : "";
  std::string summary(line.empty() ? check : line);
  std::string whole = first_paragraph(page);
  Json help = text_of(page.empty() ? summary : plain(page));
  if (!page.empty()) help["markdown"] = page;
  std::string group = check.substr(0, check.find('/'));
  return object({{"id", shown(check)},
                 {"shortDescription", text_of(shown(summary))},
                 {"fullDescription", text_of(whole.empty() ? shown(summary) : whole)},
                 {"help", help},
                 {"defaultConfiguration", object({{"level", word(worst)}})},
                 {"properties", object({{"precision", precision_of(check, worst, style)},
                                        {"problem.severity",
                                         worst == Severity::note ? "recommendation" : word(worst)},
                                        {"tags", Json::array({shown(group)})}})}});
}

Json location(const Place& place) {
  return object(
      {{"physicalLocation", object({{"artifactLocation", object({{"uri", uri_of(place.path)}})},
                                    {"region", object({{"startLine", place.line}})}})}});
}

Json locations(const Finding& finding, const Place& place) {
  Json out = location(place);
  if (finding.page)
    out["logicalLocations"] =
        Json::array({object({{"name", fmt::format("page {}", *finding.page)},
                             {"fullyQualifiedName", fmt::format("page/{}", *finding.page)},
                             {"kind", "page"}})});
  return Json::array({out});
}

// GitHub looks at the first one alone, which it makes of the line of the file where it is missing:
// line 1 is that of all findings.
Json fingerprints(const Finding& finding, const Place& place) {
  if (finding.fingerprint.empty()) return Json::object();
  std::string here = util::sha256(place.path + '\n' + finding.fingerprint).substr(0, 16);
  return object(
      {{"primaryLocationLineHash", here + ":1"}, {"deskcheck/1", shown(finding.fingerprint)}});
}

// An empty list says that nobody waived it: without one nobody knows.
Json suppressions(const Finding& finding) {
  if (!is_set_aside(finding)) return Json::array();
  return Json::array({object({{"kind", "external"}, {"justification", settled(finding)}})});
}

Json properties(const Result& result, const Finding& finding) {
  Json out = object({{"confidence", word(finding.confidence)}, {"rule", shown(finding.rule)}});
  if (finding.page) out["page"] = *finding.page;
  if (const auto& box = finding.box)
    out["box"] = {util::rounded(box->left), util::rounded(box->top), util::rounded(box->right),
                  util::rounded(box->bottom)};
  auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) out[key] = shown(text, 1000);
  };
  add("measured", finding.measured);
  add("allowed", finding.allowed);
  add("evidence", finding.evidence);
  if (finding.cite) add("cite", finding.cite->text);
  if (finding.cite) add("citeUrl", finding.cite->url);
  add("fix", finding.fix);
  add("paper", result.file.id);
  add("sha256", result.file.sha256);
  return out;
}

// What only a person can decide has no level, says the standard (section 3.27.10).
Json finding_json(const Result& result, const Finding& finding, std::size_t rule,
                  const Style& style) {
  Place place = place_of(result, finding, style);
  bool is_open = !is_proven(finding);
  std::string said = placed_message(finding);
  if (!finding.fix.empty()) said += " Fix: " + shown(finding.fix, 1000);
  return object({{"ruleId", shown(finding.check)},
                 {"ruleIndex", rule},
                 {"kind", is_open ? "review" : "fail"},
                 {"level", is_open ? "none" : word(finding.severity)},
                 {"message", text_of(message(said))},
                 {"locations", locations(finding, place)},
                 {"partialFingerprints", fingerprints(finding, place)},
                 {"suppressions", suppressions(finding)},
                 {"properties", properties(result, finding)}});
}

// The one run: results as they come, and behind them what is known at the end.
class Run {
 public:
  Run(std::ostream& out, const Style& style) : out_(out), style_(style) { out_ << kBegin; }

  void add(const Result& result) {
    version_ = result.version;
    for (const Finding& finding : result.findings) {
      out_ << before_ << util::dump(finding_json(result, finding, rule_of(finding), style_));
      before_ = ",\n";
    }
    std::string why = reason_unjudged(result);
    if (why.empty()) return;
    is_complete_ = is_complete_ && result.stopped.empty();
    notices_.push_back(
        util::dump(object({{"level", "error"},
                           {"message", text_of(message(fmt::format("Not judged: {}.", why)))},
                           {"locations", Json::array({location(place_of(result, style_))})}})));
  }

  void end() {
    std::vector<std::string> rules;
    for (const auto& [check, severity] : rules_)
      rules.push_back(util::dump(rule(check, severity, style_)));
    out_ << fmt::format(
        "],\n\"tool\": {{\"driver\": {{\"name\": \"deskcheck\", \"version\": {}, \"rules\": "
        "[\n{}]}}}},\n\"invocations\": [{{\"executionSuccessful\": {}, "
        "\"toolExecutionNotifications\": [{}]}}]}}]}}\n",
        util::dump(Json(shown(version_))), util::join(rules, ",\n"), is_complete_,
        util::join(notices_, ",\n"));
  }

 private:
  std::size_t rule_of(const Finding& finding) {
    auto [known, is_new] = places_.try_emplace(finding.check, rules_.size());
    if (is_new) rules_.emplace_back(finding.check, finding.severity);
    Severity& worst = rules_[known->second].second;
    worst = std::max(worst, finding.severity);
    return known->second;
  }

  std::ostream& out_;
  const Style& style_;
  std::string_view before_ = "\n";
  std::string version_{util::version()};
  std::map<std::string, std::size_t> places_;            // in the list of rules
  std::vector<std::pair<std::string, Severity>> rules_;  // checks, and the worst of each
  std::vector<std::string> notices_;                     // a sentence a paper that was not judged
  bool is_complete_ = true;
};

}  // namespace

void sarif(std::ostream& out, Results& results, const Style& style) {
  Run run(out, style);
  while (const Result* result = results.next()) run.add(*result);
  run.end();
}

}  // namespace report
