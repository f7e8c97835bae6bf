#include <algorithm>
#include <map>

#include "model/words.hpp"
#include "report/layout.hpp"
#include "report/ranking.hpp"
#include "report/report.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;

enum class State { passed, skipped, failed, broken };  // the last one wins

// What is said of one check; a case has one state, so that findings of a check stand together.
struct Case {
  State state = State::passed;
  std::string summary;
  std::vector<std::string> lines;
};

using Cases = std::map<std::string, Case>;

// XML has no way to write the two letters that Unicode has none at, nor most controls.
std::string xml(std::string_view text) {
  std::string out;
  for (char32_t c : util::to_utf32(util::printable(text))) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      util::append(out, c == 0xfffe || c == 0xffff ? U'\ufffd' : c);
  }
  return out;
}

State state_of(const Finding& finding, bool is_unjudged) {
  Group group = group_of(finding);
  if (group == Group::problem) return is_unjudged ? State::broken : State::failed;
  if (is_set_aside(finding)) return State::passed;
  bool is_open = group == Group::look || !is_proven(finding);
  return is_open ? State::skipped : State::passed;
}

void add(Case& one, State state, const std::string& summary) {
  if (one.summary.empty() || state > one.state) one.summary = summary;
  one.state = std::max(one.state, state);
  one.lines.push_back(summary);
}

Cases cases_of(const Result& result) {
  Cases all;
  std::string why = reason_unjudged(result);
  for (const Finding& finding : result.findings) {
    Case& one = all[finding.check];
    add(one, state_of(finding, !why.empty()),
        fmt::format("{}: {}", word(finding.severity), placed_message(finding)));
    for (const std::string& line : details(finding)) one.lines.push_back("  " + line);
  }
  for (const std::string& check : result.checked) all[check];
  for (const model::Unchecked& it : result.unchecked)
    add(all[it.check], State::skipped, fmt::format("not checked: {}", shown(it.why, 1000)));
  if (!why.empty() && result.findings.empty())
    add(all["deskcheck/unjudged"], State::broken, fmt::format("not judged: {}", why));
  if (result.paper && result.paper->document.truncated)
    add(all["deskcheck/whole-file"], State::skipped, "the file was read only in part");
  return all;
}

std::string_view element(State state) {
  switch (state) {
    case State::broken:
      return "error";
    case State::failed:
      return "failure";
    case State::skipped:
      return "skipped";
    case State::passed:
      break;
  }
  return "system-out";
}

void write_case(std::ostream& out, const std::string& check, const Case& one,
                const std::string& owner) {
  out << fmt::format("    <testcase name=\"{}\" classname=\"{}\"", xml(check), owner);
  if (one.lines.empty()) {
    out << "/>\n";
    return;
  }
  std::string_view name = element(one.state);
  out << fmt::format(">\n      <{}", name);
  if (one.state != State::passed)
    out << fmt::format(" type=\"{}\" message=\"{}\"", xml(check), xml(one.summary));
  out << '>';
  std::string_view before;
  for (const std::string& line : one.lines) {
    out << before << xml(line);
    before = "\n";
  }
  out << fmt::format("</{}>\n    </testcase>\n", name);
}

void write_properties(std::ostream& out, const Result& result) {
  auto write = [&](std::string_view name, const std::string& value) {
    if (!value.empty())
      out << fmt::format("      <property name=\"{}\" value=\"{}\"/>\n", name, xml(shown(value)));
  };
  out << "    <properties>\n";
  write("verdict", std::string(word(result.verdict)));
  write("id", result.file.id);
  write("sha256", result.file.sha256);
  if (result.pack) write("pack", fmt::format("{} {}", result.pack->id, result.pack->version));
  if (result.pack) write("stage", result.pack->stage);
  out << "    </properties>\n";
}

void write_suite(std::ostream& out, const Result& result) {
  Cases all = cases_of(result);
  auto count = [&](State state) {
    return std::count_if(all.begin(), all.end(),
                         [&](const auto& each) { return each.second.state == state; });
  };
  out << fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n",
      xml(result.file.path), all.size(), count(State::failed), count(State::broken),
      count(State::skipped));
  write_properties(out, result);
  // Viewers take what stands before a dot for a folder.
  std::string owner = xml(result.file.id.empty() ? result.file.path : result.file.id);
  for (const auto& [check, one] : all) write_case(out, check, one, owner);
  out << "  </testsuite>\n";
}

}  // namespace

void junit(std::ostream& out, Results& results, const Style&) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"deskcheck\">\n";
  while (const Result* result = results.next()) write_suite(out, *result);
  out << "</testsuites>\n";
}

}  // namespace report
