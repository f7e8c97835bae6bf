#include <unordered_map>

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
using util::Json;
using util::object;

std::string_view severity(Group group) {
  switch (group) {
    case Group::problem:
      return "critical";
    case Group::look:
      return "major";
    case Group::warning:
      return "minor";
    case Group::note:
    case Group::waived:
    case Group::known:
      break;
  }
  return "info";
}

class Issues {
 public:
  Issues(std::ostream& out, const Style& style) : out_(out), style_(style) { out_ << '['; }

  void add(const Result& result) {
    for (const Finding& finding : result.findings)
      write(place_of(result, finding, style_), finding.check, finding.fingerprint,
            placed_message(finding), group_of(finding));
    if (std::string why = reason_unjudged(result); !why.empty() && result.findings.empty())
      write(place_of(result, style_), "deskcheck/unjudged", "", fmt::format("Not judged: {}.", why),
            Group::problem);
  }

  void end() { out_ << (before_ == "\n" ? "]\n" : "\n]\n"); }

 private:
  // The viewer drops all but the first of those that share one, whatever their paths.
  std::string unique(const std::string& key) {
    int number = used_[util::sha256(key).substr(0, 32)]++;
    return util::sha256(fmt::format("{}\n{}", key, number)).substr(0, 32);
  }

  void write(const Place& place, const std::string& check, const std::string& fingerprint,
             const std::string& description, Group group) {
    std::string key = util::join(std::vector{place.path, check, fingerprint}, "\n");
    out_ << before_
         << util::dump(
                object({{"description", description},
                        {"check_name", util::printable(check)},
                        {"fingerprint", unique(key)},
                        {"severity", severity(group)},
                        {"location", object({{"path", util::printable(place.path)},
                                             {"lines", object({{"begin", place.line}})}})}}));
    before_ = ",\n";
  }

  std::ostream& out_;
  const Style& style_;
  std::string_view before_ = "\n";
  std::unordered_map<std::string, int> used_;  // how often, by a hash
};

}  // namespace

void gitlab(std::ostream& out, Results& results, const Style& style) {
  Issues issues(out, style);
  while (const Result* result = results.next()) issues.add(*result);
  issues.end();
}

}  // namespace report
