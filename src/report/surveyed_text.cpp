#include "report/surveyed_text.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "model/paper_json.hpp"
#include "util/format.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Survey;

// Letters of a size that are fewer than this share are told together with others.
constexpr double kWorthALine = 0.005;
constexpr int kPlaceColumn = 15;
constexpr int kNameColumn = 28;

void begin(Layout& layout, std::string_view title) {
  layout.blank();
  layout.paragraph(title, Tone::strong);
}

std::string spoken(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string percent(double share) {
  double value = util::rounded(share) * 100;
  return value < 1 ? "under 1 %" : fmt::format("{:.0f} %", value);
}

std::string evidence_of(const model::Result& result, std::size_t section) {
  if (!result.survey || section >= result.survey->headings.size()) return "";
  return ": " + shown(result.survey->headings[section]);
}

std::string pages_of(const model::FontUse& use) {
  if (use.pages == 0) return "not seen";
  if (use.pages == 1) return fmt::format("page {}", use.first_page);
  bool is_unbroken = use.pages == use.last_page - use.first_page + 1;
  return is_unbroken
             ? fmt::format("pages {} to {}", use.first_page, use.last_page)
             : fmt::format("{} pages from {} to {}", use.pages, use.first_page, use.last_page);
}

std::string use_of(const model::Font& font, const model::FontUse& use) {
  std::string text = ", " + pages_of(use);
  if (use.role) text += ", most in " + spoken(model::name_of(*use.role));
  if (use.in_form > 0 && use.in_form >= font.glyphs) return text + ", in included figures alone";
  if (use.in_form > 0) text += fmt::format(", {} in included figures", use.in_form);
  return text;
}

// "49 + 50"
std::string column_lines(const model::SurveyedPage& page) {
  std::vector<std::string> parts;
  for (int lines : page.column_lines) parts.push_back(fmt::format("{}", lines));
  return parts.empty() ? "-" : util::join(parts, " + ");
}

std::string leading(const model::SurveyedPage& page) {
  if (page.leading) return fmt::format("{} ({})", points(*page.leading), page.distances);
  return page.distances > 0 ? fmt::format("- ({})", page.distances) : "-";
}

std::string block(const std::optional<model::Box>& box) {
  if (!box) return "-";
  return fmt::format("{:>7.2f} {:>7.2f} {:>7.2f} {:>7.2f}", util::rounded(box->left),
                     util::rounded(box->top), util::rounded(box->right),
                     util::rounded(box->bottom));
}

void write_pages(Layout& layout, const Survey& survey) {
  begin(layout, "Pages");
  layout.verbatim("  Page Columns Lines       Body  Leading (of)    Left     Top   Right  Bottom");
  for (std::size_t i = 0; i < survey.pages.size(); ++i) {
    const model::SurveyedPage& page = survey.pages[i];
    std::string body = page.body_size ? points(*page.body_size) : "-";
    layout.verbatim(fmt::format("  {:>4} {:>7} {:<11} {:<5} {:<13} {}", i + 1, page.columns,
                                column_lines(page), body, leading(page), block(page.text_block)));
  }
}

void write_roles(Layout& layout, const Survey& survey) {
  begin(layout, "Lines by what they are");
  for (std::size_t i = 0; i < survey.pages.size(); ++i) {
    std::vector<std::string> parts;
    for (const model::RoleCount& it : survey.pages[i].roles)
      parts.push_back(fmt::format("{} {}", spoken(model::name_of(it.role)), it.lines));
    layout.item(fmt::format("page {}", i + 1), parts.empty() ? "none" : util::join(parts, ", "),
                kPlaceColumn);
  }
}

void write_gaps(Layout& layout, const Survey& survey) {
  if (survey.gaps.empty()) return;
  begin(layout, "Gaps in the main part (median, least to most, how many)");
  for (const model::GapSample& gap : survey.gaps) {
    std::string name = spoken(model::name_of(gap.kind));
    if (gap.level > 0) name += fmt::format(", level {}", gap.level);
    layout.item(name,
                fmt::format("{} pt, {} to {}, of {}", points(gap.median), points(gap.least),
                            points(gap.most), gap.count),
                kNameColumn);
  }
}

struct OneSize {
  double share = 0;
  std::vector<std::string> families;
};

// The sizes that few letters have, together.
void write_rest(Layout& layout, const std::map<double, OneSize>& sizes) {
  int others = 0;
  double share = 0, least = 0, most = 0;
  for (const auto& [size, it] : sizes) {
    if (it.share >= kWorthALine) continue;
    if (others++ == 0) least = size;
    most = size;
    share += it.share;
  }
  if (others == 0) return;
  std::string range = others == 1 ? points(least) : points(least) + " to " + points(most);
  layout.item("others",
              fmt::format("{}, {} pt, {}", counted(others, "size"), range, percent(share)),
              kPlaceColumn);
}

void write_sizes(Layout& layout, const Survey& survey) {
  if (survey.sizes.empty()) return;
  std::map<double, OneSize> sizes;
  for (const model::SizeInUse& it : survey.sizes) {
    OneSize& one = sizes[util::rounded(it.size)];
    one.share += util::rounded(it.share);
    one.families.push_back(
        fmt::format("{} {}", it.family.empty() ? "other" : shown(it.family), percent(it.share)));
  }
  begin(layout, "Sizes of type in use (share of all letters, by design)");
  for (auto it = sizes.rbegin(); it != sizes.rend(); ++it)
    if (it->second.share >= kWorthALine)
      layout.item(points(it->first) + " pt", util::join(it->second.families, ", "), kPlaceColumn);
  write_rest(layout, sizes);
}

}  // namespace

void write_sections(Layout& layout, const model::Result& result) {
  const auto& sections = result.paper->measured.sections;
  if (sections.empty()) return;
  begin(layout, "Sections");
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const model::Section& section = sections[i];
    std::string number = section.number.empty() ? "" : shown(section.number) + " ";
    layout.item(fmt::format("p. {}, {:.0f} pt", section.page, util::rounded(section.y)),
                fmt::format("{}{} [{}, level {}]{}", number, shown(section.title),
                            shown(section.class_id), section.level, evidence_of(result, i)),
                kPlaceColumn);
  }
}

void write_fonts(Layout& layout, const model::Result& result) {
  const auto& fonts = result.paper->document.fonts;
  if (fonts.empty()) return;
  begin(layout, "Fonts");
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    const model::Font& font = fonts[i];
    bool is_known = result.survey && i < result.survey->fonts.size();
    layout.item(
        shown(font.name.empty() ? "without a name" : font.name),
        fmt::format("{}, {}{}, {}{}", shown(font.type), font.embedded ? "embedded" : "not embedded",
                    font.subset ? ", subset" : "", counted(font.glyphs, "glyph"),
                    is_known ? use_of(font, result.survey->fonts[i]) : ""),
        kNameColumn);
  }
}

void write_survey(Layout& layout, const Survey& survey) {
  write_pages(layout, survey);
  write_roles(layout, survey);
  write_gaps(layout, survey);
  write_sizes(layout, survey);
}

}  // namespace report
