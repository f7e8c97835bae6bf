#include "report/html_drawing.hpp"

#include <algorithm>
#include <utility>

#include "report/html_figures.hpp"
#include "util/format.hpp"

namespace report {
namespace {

// Nobody looks at more pages of one suspect before the next one.
constexpr int kPages = 4;
// The bytes are spent on some 300 pages. More papers are kept because some files will be gone, and
// no more than these because a batch may have any number.
constexpr std::size_t kMostSuspects = 1000;

bool may_be_drawn(const model::Result& result) {
  const bool is_suspect =
      result.verdict == model::Verdict::fail || result.verdict == model::Verdict::review;
  return is_suspect && std::any_of(result.findings.begin(), result.findings.end(),
                                   [](const auto& finding) { return finding.page.has_value(); });
}

// Of a result what figures show; its texts are on the page already.
model::Result kept(const model::Result& result) {
  model::Result it;
  it.pack = result.pack;
  it.file = result.file;
  it.verdict = result.verdict;
  if (result.paper) {
    it.paper.emplace().measured.page_size = result.paper->measured.page_size;
    it.paper->measured.text_block = result.paper->measured.text_block;
    for (const model::Font& font : result.paper->document.fonts)
      if (!font.embedded) it.paper->document.fonts.push_back(font);
  }
  it.findings = result.findings;
  for (model::Finding& finding : it.findings) {
    for (std::string* text :
         {&finding.message, &finding.measured, &finding.allowed, &finding.evidence, &finding.fix})
      *text = "";
    finding.cite.reset();
  }
  return it;
}

}  // namespace

void HtmlDrawing::add(const model::Result& result, const std::string& id) {
  const std::size_t number = papers_++;
  if (!may_be_drawn(result)) return;
  auto is_stronger = [](const Suspect& a, const Suspect& b) { return a.rank() < b.rank(); };
  const Strength strength = strength_of(result);
  // Copies are made of what is kept alone: most papers of a large batch are not.
  const bool is_full = suspects_.size() == kMostSuspects;
  if (is_full && suspects_.front().rank() < std::pair(strength, number)) return;
  suspects_.push_back({strength, number, id, kept(result)});
  std::push_heap(suspects_.begin(), suspects_.end(), is_stronger);
  if (!is_full) return;
  std::pop_heap(suspects_.begin(), suspects_.end(), is_stronger);
  suspects_.pop_back();
}

void HtmlDrawing::write(std::ostream& out, PagePictures& pictures, std::size_t bytes) {
  std::sort(suspects_.begin(), suspects_.end(),
            [](const Suspect& a, const Suspect& b) { return a.rank() < b.rank(); });
  for (const Suspect& suspect : std::exchange(suspects_, {})) {
    if (bytes == 0) return;
    HtmlFigures figures(suspect.result, suspect.id);
    figures.draw(pictures, {kPages, bytes});
    out << "<template class=\"figures\" data-paper=\"" << suspect.id << "\">\n";
    // Outlines stand there already.
    if (figures.has_pictures()) {
      out << figures.definitions();
      for (std::size_t i = 0; i < suspect.result.findings.size(); ++i)
        if (suspect.result.findings[i].page)
          out << "<div data-finding=\"" << i << "\">\n" << figures.of(i) << "</div>\n";
    } else {
      out << figures.reasons();
    }
    out << "</template>\n";
  }
}

}  // namespace report
