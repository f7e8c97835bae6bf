#include "checks/mixture.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "checks/undersized.hpp"
#include "checks/wording.hpp"
#include "util/format.hpp"

namespace checks {
namespace {

// Headings' remains, items and code are shorter; half a line of text has as many.
constexpr int kProse = 25;
// Most of a part, so that a quotation or a listing in it does not decide.
constexpr double kMost = 2.0 / 3;
// Further apart two lines are no neighbours of one paragraph.
constexpr double kFarApart = 1.3;  // of the leading

// "NimbusRomNo9L-Regu" and "CMR10" without weight and design size: code is set in another font.
std::string_view stem_of(std::string_view font) {
  return font.substr(0, font.find_first_of("-0123456789"));
}

bool is_in_body_font(const model::Line& line, const model::Paper& paper) {
  auto index = static_cast<std::size_t>(line.font);
  if (index >= paper.document.fonts.size()) return true;
  return stem_of(paper.document.fonts[index].name) == stem_of(paper.measured.body->font);
}

// The abstract is smaller in many styles, and what stands before it is no body.
bool is_opening(const model::Line& line, const model::Measured& measured) {
  if (line.section < 0) return true;
  return line.section == 0 && measured.sections[0].number.empty() && measured.sections[0].page == 1;
}

bool is_prose(const model::Line& line, const model::Paper& paper) {
  return model::is_running_text(line.role) && line.visible && line.counted && line.column >= 0 &&
         static_cast<std::size_t>(line.section + 1) <= paper.measured.sections.size() &&
         !is_opening(line, paper.measured) && letters_of(line.text) >= kProse &&
         is_in_body_font(line, paper);
}

struct Sample {
  const model::Line* line = nullptr;
  model::Points value = 0;
  bool is_unlike = false;
};

std::string name_of(int section, const model::Measured& measured) {
  const model::Section& it = measured.sections[static_cast<std::size_t>(section)];
  std::string number = it.number.empty() ? "" : " " + it.number;
  return fmt::format("section{} \"{}\"", number, quoted_line(it.title));
}

// The parts most of whose samples are unlike the body, by section or by page.
std::vector<Unlike> parts_of(const std::vector<Sample>& samples, const model::Measured& measured,
                             bool by_page, int fewest) {
  std::map<int, std::vector<const Sample*>> groups;
  for (const Sample& sample : samples)
    groups[by_page ? sample.line->page : sample.line->section].push_back(&sample);
  std::vector<Unlike> parts;
  for (const auto& [key, group] : groups) {
    Unlike part;
    std::vector<model::Points> values;
    for (const Sample* sample : group) {
      if (!sample->is_unlike) continue;
      part.lines.push_back(sample->line);
      values.push_back(sample->value);
    }
    part.looked_at = static_cast<int>(group.size());
    auto number = static_cast<int>(values.size());
    if (number < fewest || number < kMost * part.looked_at) continue;
    std::sort(values.begin(), values.end());
    part.value = values[values.size() / 2];
    part.name = by_page ? fmt::format("page {}", key) : name_of(key, measured);
    parts.push_back(std::move(part));
  }
  return parts;
}

std::vector<Unlike> parts_of(const std::vector<Sample>& samples, const model::Measured& measured,
                             int fewest) {
  auto sections = parts_of(samples, measured, false, fewest);
  return sections.empty() ? parts_of(samples, measured, true, fewest) : sections;
}

}  // namespace

std::vector<Unlike> smaller_parts(const model::Paper& paper, double tolerance, int fewest) {
  model::Points least = paper.measured.body->size * (1 - tolerance);
  std::vector<Sample> samples;
  for (const model::Line& line : paper.measured.lines)
    if (is_prose(line, paper)) samples.push_back({&line, line.size, line.size < least});
  return parts_of(samples, paper.measured, fewest);
}

std::vector<Unlike> tighter_parts(const model::Paper& paper, model::Points tolerance, int fewest) {
  const model::Measured& measured = paper.measured;
  if (!measured.body->leading) return {};
  model::Points leading = *measured.body->leading;
  std::vector<Sample> samples;
  const model::Line* above = nullptr;
  for (const model::Line& line : measured.lines) {
    bool is_text = is_prose(line, paper) && is_running_text(line, measured);
    if (is_text && above && above->page == line.page && above->column == line.column) {
      model::Points distance = line.baseline - above->baseline;
      if (distance > line.size / 2 && distance < kFarApart * leading)
        samples.push_back({&line, distance, distance < leading - tolerance});
    }
    above = is_text ? &line : nullptr;
  }
  return parts_of(samples, measured, fewest);
}

}  // namespace checks
