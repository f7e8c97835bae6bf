#include <array>
#include <cctype>

#include "model/words.hpp"
#include "report/layout.hpp"
#include "report/place.hpp"
#include "report/ranking.hpp"
#include "report/report.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Finding;
using model::Result;

// For the lines behind the table.
constexpr std::size_t kReserve = 300;

// Whether what follows `at` would be made a link of, or a mention, after Markdown is read: entities
// do not prevent that.
bool begins_link(std::string_view text, std::size_t at) {
  char c = text[at];
  if (c == '@' || c == '#') return true;
  if (c == ':') return text.substr(at + 1).starts_with("//");
  return c == '.' && at >= 3 && util::fold(text.substr(at - 3, 3)) == "www";
}

// Plain text: entities for what Markdown and HTML read as orders, and a comment, which is not
// shown, where the parts of a link would meet.
std::string plain(std::string_view given) {
  constexpr std::string_view kHarmless = " .,;:'%()/=?-";
  std::string out, text = util::printable(given);
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    bool is_letter = (c & 0x80) || std::isalnum(static_cast<unsigned char>(c));
    bool is_harmless = is_letter || kHarmless.find(c) != std::string_view::npos;
    out += is_harmless ? std::string(1, c) : fmt::format("&#{};", int{c});
    if (begins_link(text, at)) out += "<!-- -->";
  }
  return out;
}

std::string sign(Group group) {
  switch (group) {
    case Group::problem:
      return "problem";
    case Group::look:
      return "to look at";
    case Group::warning:
      return "warning";
    case Group::note:
      break;
    case Group::waived:
      return "waived";
    case Group::known:
      return "known before";
  }
  return "note";
}

std::string row(const std::string& path, std::string_view what, const std::string& check,
                const std::string& text) {
  return fmt::format("| {} | {} | {} | {} |\n", path, what, plain(check), text);
}

std::string rows(const Result& result, const Style& style) {
  std::string path = plain(shown(place_of(result, style).path));
  if (std::string why = reason_unjudged(result); !why.empty() && result.findings.empty())
    return row(path, "not judged", "", plain(why));
  if (result.findings.empty()) return row(path, word(result.verdict), "", "nothing found");
  std::string out;
  for (const Finding& finding : result.findings) {
    std::string said = placed_message(finding);
    if (finding.source) said += fmt::format(" ({})", source_of(finding));
    out += row(path, sign(group_of(finding)), finding.check, plain(said));
  }
  return out;
}

class Table {
 public:
  Table(std::ostream& out, const Style& style) : out_(out), style_(style) {
    write("| Paper | Result | Check | What was found |\n| --- | --- | --- | --- |\n");
  }

  void add(const Result& result) {
    ++verdicts_[static_cast<std::size_t>(result.verdict)];
    std::string text = left_out_ == 0 ? rows(result, style_) : "";
    bool has_room = written_ + text.size() + kReserve <= style_.room;
    if (left_out_ > 0 || !has_room || !write(text)) ++left_out_;
  }

  void end() {
    std::string counts = "\nPapers:";
    for (model::Verdict verdict : {model::Verdict::fail, model::Verdict::review,
                                   model::Verdict::pass, model::Verdict::unjudged})
      counts += fmt::format(" {} {},", verdicts_[static_cast<std::size_t>(verdict)], word(verdict));
    counts.back() = '.';
    if (left_out_ > 0)
      counts +=
          fmt::format(" The last {} are left out: a summary has no room for them.", left_out_);
    write(counts + '\n');
  }

 private:
  // False where there is no room for it.
  bool write(const std::string& text) {
    if (written_ + text.size() > style_.room) return false;
    out_ << text;
    written_ += text.size();
    return true;
  }

  std::ostream& out_;
  const Style& style_;
  std::size_t written_ = 0;
  std::size_t left_out_ = 0;
  std::array<std::size_t, 4> verdicts_{};
};

}  // namespace

void markdown(std::ostream& out, Results& results, const Style& style) {
  Table table(out, style);
  while (const Result* result = results.next()) table.add(*result);
  table.end();
}

}  // namespace report
