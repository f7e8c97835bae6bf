#include <algorithm>

#include "checks/check.hpp"
#include "checks/findings.hpp"
#include "checks/lines.hpp"
#include "checks/passages.hpp"
#include "util/format.hpp"

namespace checks::length {
namespace {

// Rules of running heads are at most 1 pt thick.
constexpr model::Points kThickRule = 2;
constexpr model::Color kWhite = 0xffffff;

enum class Filling { text, letters, pictures, nothing };

bool shows(const model::Ink& ink) {
  bool is_rule = std::min(ink.box.width(), ink.box.height()) < kThickRule;
  bool is_white = ink.kind != model::InkKind::image && ink.color == kWhite;
  return !is_rule && !is_white && ink.opacity > 0 && ink.kind != model::InkKind::glyph;
}

// Of visible glyphs that are in no line of the page.
bool has_unread_letters(const model::Paper& paper, const model::Page& page, int number) {
  auto lines = lines_on(paper.measured, number);
  bool has_line = std::any_of(lines.begin(), lines.end(), [](auto& line) { return line.visible; });
  auto is_seen = [](const model::Glyph& it) {
    return !it.off_page && !it.clipped && !it.hidden_layer && it.render_mode != 3;
  };
  return !has_line && std::any_of(page.glyphs.begin(), page.glyphs.end(), is_seen);
}

Filling filling_of(const model::Paper& paper, int number) {
  auto lines = lines_on(paper.measured, number);
  if (std::any_of(lines.begin(), lines.end(), [](auto& line) { return is_content(line); }))
    return Filling::text;
  const model::Page& page = paper.document.pages[static_cast<std::size_t>(number - 1)];
  if (paper.document.truncated || has_unread_letters(paper, page, number)) return Filling::letters;
  return std::any_of(page.inks.begin(), page.inks.end(), shows) ? Filling::pictures
                                                                : Filling::nothing;
}

Findings run(const model::Paper& paper, const model::Params&) {
  std::vector<int> blank, pictures, letters;
  for (std::size_t i = 1; i <= paper.document.pages.size(); ++i) {
    Filling filling = filling_of(paper, static_cast<int>(i));
    if (filling == Filling::nothing) blank.push_back(static_cast<int>(i));
    if (filling == Filling::pictures) pictures.push_back(static_cast<int>(i));
    if (filling == Filling::letters) letters.push_back(static_cast<int>(i));
  }
  Findings findings;
  auto add = [&](const std::vector<int>& pages, model::Finding finding) {
    if (pages.empty()) return;
    finding.page = pages.front();
    findings.push_back(std::move(finding));
  };
  auto say = [](auto& pages, std::string_view what) {
    return pages.empty() ? "" : fmt::format("Nothing stands on {}{}.", page_list(pages), what);
  };
  add(blank, failed(say(blank, " but perhaps a head or a page number"), page_list(blank), "none",
                    "Look for a second \\newpage or \\clearpage, or a float that was sent there."));
  auto picture = failed(say(pictures, " but pictures or drawings, without a word"),
                        page_list(pictures), "none", "Give the figure a \\caption.");
  picture.confidence = model::Confidence::possible;
  add(pictures, picture);
  add(letters, undecided(say(letters, " that can be read")));
  return findings;
}

}  // namespace

extern constinit const Check blank_page{
    .id = "length/blank-page",
    .summary = "pages with nothing on them",
    .params = {},
    .run = run,
};

}  // namespace checks::length
