#include "checks/headings.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "checks/findings.hpp"
#include "checks/squeezed.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Line;

// Of a line before a head: its number.
constexpr std::size_t kMostBytesOfANumber = 6;
constexpr std::size_t kQuotedTitle = 60;

bool is_left_out(const Line& line, const model::Measured& measured) {
  if (line.section < 0 || static_cast<std::size_t>(line.section) >= measured.sections.size())
    return false;
  const std::string& kind = measured.sections[static_cast<std::size_t>(line.section)].class_id;
  return kind == "references" || kind == "checklist";
}

bool is_titled(const std::string& heading, const std::vector<std::string>& titles, bool exact) {
  Squeezed letters(heading);
  return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
    return exact ? letters.text() == squeezed(title) : letters.find(title).has_value();
  });
}

// Whether a line begins with what is at the span, its number apart.
bool begins_with(std::string_view text, Span span) {
  std::string before = squeezed(text.substr(0, span.begin));
  return span.begin <= kMostBytesOfANumber &&
         std::isupper(static_cast<unsigned char>(text[span.begin])) &&
         before.find_first_not_of("0123456789") == std::string::npos;
}

std::optional<MentionKind> kind_of(const Line& line, const std::vector<std::string>& titles) {
  std::string_view text = util::trim(line.text);
  std::optional<MentionKind> best;
  Squeezed letters(text);
  for (const std::string& title : titles) {
    auto span = letters.find(title);
    if (!span) continue;
    bool begins = begins_with(text, *span);
    std::string_view rest = util::trim(text.substr(span->end));
    MentionKind kind = MentionKind::text;
    if (line.role == model::Role::heading)
      kind = MentionKind::heading;
    else if (begins && rest.empty() && model::is_running_text(line.role))
      kind = MentionKind::line;
    else if (begins && (rest.starts_with(".") || rest.starts_with(":")))
      kind = MentionKind::run_in;
    best = std::max(best.value_or(kind), kind);
  }
  return best;
}

}  // namespace

bool has_section(const model::Paper& paper, std::string_view class_id,
                 const std::vector<std::string>& titles, bool exact) {
  const auto& sections = paper.measured.sections;
  const auto& outline = paper.document.outline;
  auto is_it = [&](const model::Section& section) {
    return (!class_id.empty() && section.class_id == class_id) ||
           is_titled(section.title, titles, exact);
  };
  return std::any_of(sections.begin(), sections.end(), is_it) ||
         std::any_of(outline.begin(), outline.end(), [&](const model::OutlineEntry& entry) {
           return is_titled(entry.title, titles, exact);
         });
}

std::optional<TitleMention> find_mention(const model::Measured& measured,
                                         const std::vector<std::string>& titles) {
  std::optional<TitleMention> best;
  for (const Line& line : measured.lines) {
    if (!line.visible || is_left_out(line, measured)) continue;
    auto kind = kind_of(line, titles);
    if (kind && (!best || *kind > best->kind)) best = TitleMention{*kind, &line};
  }
  return best;
}

std::vector<const model::Section*> section_heads(const model::Measured& measured,
                                                 std::string_view class_id) {
  std::vector<const model::Section*> heads;
  const auto& references = measured.references;
  const model::Section* before = nullptr;
  for (const model::Section& section : measured.sections) {
    bool follows = before && before->class_id == section.class_id;
    before = &section;
    if (section.class_id != class_id) continue;
    bool is_list = class_id == "references" && references && section.page == references->page &&
                   std::abs(section.y - references->y) < 1;
    if (is_list) return {&section};
    if (!follows) heads.push_back(&section);
  }
  return heads;
}

std::string name_of(const model::Section& section) {
  std::string_view blank = section.number.empty() || section.title.empty() ? "" : " ";
  return util::shortened(fmt::format("{}{}{}", section.number, blank, section.title), kQuotedTitle);
}

void show_heading(model::Finding& finding, const model::Measured& measured,
                  const model::Section& section) {
  auto line = static_cast<std::size_t>(std::max(section.first_line, 0));
  if (line < measured.lines.size()) show_at(finding, measured.lines[line]);
}

void explain(model::Finding& finding, const TitleMention& mention) {
  constexpr std::string_view kWhy[] = {"only mentions it", "has it as a run-in head, not a section",
                                       "has it among other words in a heading"};
  finding.message +=
      fmt::format(" Page {} {}.", mention.line->page, kWhy[static_cast<std::size_t>(mention.kind)]);
  bool is_heading = mention.kind == MentionKind::heading;
  finding.confidence = is_heading ? model::Confidence::possible : model::Confidence::likely;
  show_at(finding, *mention.line);
}

}  // namespace checks
