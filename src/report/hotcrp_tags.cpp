#include <algorithm>
#include <unordered_set>

#include "model/words.hpp"
#include "report/cells.hpp"
#include "report/ranking.hpp"
#include "report/report.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;

constexpr std::string_view kTags = "deskcheck-fail deskcheck-review deskcheck-unjudged";
constexpr std::size_t kMostNamed = 5;

// The columns "paper,action,tag" of a bulk assignment; the value of a tag says how many findings
// it stands for. Tags of an earlier run are taken away first, which the site applies as a unit.
class Tags {
 public:
  explicit Tags(std::ostream& out) : out_(out), rows_(out, "\n") {
    rows_.add({"paper", "action", "tag"});
  }

  void add(const Result& result) {
    const std::string& id = result.file.id;
    if (!is_paper_number(id)) {
      leave_out(id.empty() ? result.file.path : id);
      return;
    }
    // A paper may have several files.
    if (cleared_.insert(std::stoul(id)).second) rows_.add({id, "cleartag", kTags});
    if (result.pack && result.verdict == model::Verdict::pass) return;
    auto group = result.verdict == model::Verdict::review ? Group::look : Group::problem;
    auto count =
        std::count_if(result.findings.begin(), result.findings.end(),
                      [group](const Finding& finding) { return group_of(finding) == group; });
    rows_.add(
        {id, "tag",
         fmt::format("deskcheck-{}#{}", word(result.verdict), std::max<std::ptrdiff_t>(count, 1))});
  }

  void end(const Style& style) {
    if (left_out_ == 0 || !style.complain) return;
    std::string names = util::join(named_, ", ");
    if (left_out_ > named_.size()) names += fmt::format(" and {} more", left_out_ - named_.size());
    style.complain(fmt::format("hotcrp-tags leaves out what has no paper number: {}", names));
  }

 private:
  // As a comment, which the site passes over.
  void leave_out(const std::string& name) {
    ++left_out_;
    std::string said = util::shortened(util::printable(name), 200);
    if (named_.size() < kMostNamed) named_.push_back(said);
    out_ << fmt::format("### no paper number: {}\n", said);
  }

  std::ostream& out_;
  Rows rows_;
  std::unordered_set<unsigned long> cleared_;
  std::vector<std::string> named_;
  std::size_t left_out_ = 0;
};

}  // namespace

void hotcrp_tags(std::ostream& out, Results& results, const Style& style) {
  Tags tags(out);
  while (const Result* result = results.next()) tags.add(*result);
  tags.end(style);
}

}  // namespace report
