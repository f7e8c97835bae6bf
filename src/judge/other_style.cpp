#include "judge/other_style.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "judge/recognize.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace judge {
namespace {

using model::Fingerprint;

constexpr std::string_view kOnStyle[] = {"style/template", "style/year", "style/mode"};

// As many as an honest process sends.
constexpr std::size_t kMostLines = 200;

bool is_on_style(const model::Finding& finding) {
  return finding.outcome == model::Outcome::failed &&
         std::find(std::begin(kOnStyle), std::end(kOnStyle), finding.check) != std::end(kOnStyle);
}

const Fingerprint* find(std::span<const Fingerprint> prints, const std::string& id) {
  auto found = std::find_if(prints.begin(), prints.end(),
                            [&](const Fingerprint& print) { return print.id == id; });
  return found == prints.end() ? nullptr : &*found;
}

bool extends(const Fingerprint& print, const std::string& id) {
  return std::find(print.parents.begin(), print.parents.end(), id) != print.parents.end();
}

bool are_related(const Fingerprint& a, const Fingerprint& b) {
  return a.venue == b.venue || extends(a, b.id) || extends(b, a.id);
}

// As its pack is called, but with the year that the paper names.
std::string name_of(const Fingerprint& print, int year) {
  std::string name = print.pack_title.empty() ? print.id : print.pack_title;
  name = name.substr(0, name.find(", any "));
  std::string own = fmt::format("{}", print.year);
  auto at = print.year > 0 ? name.find(own) : name.npos;
  if (at != name.npos) {
    if (year > 0) return name.replace(at, own.size(), fmt::format("{}", year));
    return std::string(util::trim(name.erase(at, own.size())));
  }
  return year > 0 ? fmt::format("{} {}", name, year) : name;
}

// Of the paper nothing but the lines in question.
model::Paper with_lines(std::vector<std::string> printed) {
  model::Paper paper;
  paper.measured.pages = 1;
  for (std::string& text : printed) {
    model::Line& line = paper.measured.lines.emplace_back();
    line.page = 1;
    line.role = model::Role::notice;
    line.text = std::move(text);
  }
  return paper;
}

}  // namespace

bool is_of_other_style(const model::Result& result) {
  return std::any_of(result.findings.begin(), result.findings.end(), is_on_style);
}

void tell_other_style(model::Result& result, std::span<const Fingerprint> prints) {
  auto printed = std::exchange(result.printed, {});
  auto finding = std::find_if(result.findings.begin(), result.findings.end(), is_on_style);
  if (printed.empty() || finding == result.findings.end() || !result.pack) return;
  printed.resize(std::min(printed.size(), kMostLines));
  Recognition seen = recognize(with_lines(std::move(printed)), prints);
  const Fingerprint* own = find(prints, result.pack->id);
  const Fingerprint* other = find(prints, seen.id);
  if (seen.printed.empty() || !own || !other || are_related(*own, *other)) return;
  finding->message +=
      fmt::format(" This looks like {}{}: it prints \"{}\"{}", name_of(*other, seen.year),
                  seen.stage.empty() ? "" : ", " + seen.stage, util::shortened(seen.printed, 120),
                  seen.printed.ends_with('.') ? "" : ".");
}

}  // namespace judge
