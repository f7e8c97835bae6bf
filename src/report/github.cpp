#include <algorithm>

#include "report/place.hpp"
#include "report/ranking.hpp"
#include "report/report.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;

// GitHub shows so many of a kind for a step, and drops the others.
constexpr std::size_t kMost = 10;

struct Annotation {
  Group group;
  Place place;
  std::string title;
  std::string message;
};

std::string_view command(Group group) {
  if (group == Group::problem) return "error";
  return group == Group::note ? "notice" : "warning";
}

// What ends a command, a line or a property, as the runner reads it back.
std::string escaped(std::string_view text, std::string_view signs) {
  std::string out;
  for (char c : util::printable(text))
    out += signs.find(c) == std::string_view::npos
               ? std::string(1, c)
               : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

std::string property(std::string_view text) {
  return escaped(text, "%\r\n:,");
}

// New lines of ours stay, written so that they end no command.
std::string content(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string& line : util::split(text, '\n')) lines.push_back(escaped(line, "%\r\n"));
  return util::join(lines, "%0A");
}

// The worst ones, those of a group in their order.
class Annotations {
 public:
  explicit Annotations(const Style& style) : style_(style) {}

  void add(const Result& result) {
    for (const Finding& finding : result.findings) {
      if (model::is_set_aside(finding)) continue;
      std::string message = placed_message(finding);
      if (!finding.fix.empty()) message += "\nFix: " + finding.fix;
      keep({group_of(finding), place_of(result, finding, style_), finding.check, message});
    }
    if (std::string why = reason_unjudged(result); !why.empty() && result.findings.empty())
      keep({Group::problem, place_of(result, style_), "not judged",
            fmt::format("Not judged: {}.", why)});
  }

  void write(std::ostream& out) const {
    for (const Annotation& it : worst_)
      out << fmt::format("::{} file={},line={},title={}::{}\n", command(it.group),
                         property(it.place.path), it.place.line, property(it.title),
                         content(it.message));
    if (all_ > kMost)
      out << fmt::format("deskcheck: the worst {} of {} findings are annotated\n", kMost, all_);
  }

 private:
  void keep(Annotation annotation) {
    ++all_;
    auto place = std::upper_bound(
        worst_.begin(), worst_.end(), annotation,
        [](const Annotation& a, const Annotation& b) { return a.group < b.group; });
    worst_.insert(place, std::move(annotation));
    if (worst_.size() > kMost) worst_.pop_back();
  }

  const Style& style_;
  std::vector<Annotation> worst_;
  std::size_t all_ = 0;
};

}  // namespace

void github(std::ostream& out, Results& results, const Style& style) {
  Annotations annotations(style);
  while (const Result* result = results.next()) annotations.add(*result);
  annotations.write(out);
}

}  // namespace report
