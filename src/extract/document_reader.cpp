#include "extract/document_reader.hpp"

#include <algorithm>
#include <exception>
#include <new>

#include "extract/actions.hpp"
#include "extract/attachments.hpp"
#include "extract/destinations.hpp"
#include "extract/document_facts.hpp"
#include "extract/figures.hpp"
#include "extract/labels.hpp"
#include "extract/limits.hpp"
#include "extract/outline.hpp"
#include "extract/page_index.hpp"
#include "extract/page_reader.hpp"
#include "extract/page_tree.hpp"

namespace extract {
namespace {

class Reader {
 public:
  Reader(PDFDoc& document, util::Stage* stage, Budget& budget, model::Document& out)
      : document_(document),
        stage_(stage),
        out_(out),
        budget_(budget),
        faces_(*document.getXRef()),
        pages_(document, faces_, budget_) {}

  Outcome read_pages(int count);
  void read_rest(int count);

 private:
  bool read_page(int number);
  bool paints_nothing() const;
  void note(bool is_whole) { out_.truncated = out_.truncated || !is_whole; }

  PDFDoc& document_;
  util::Stage* stage_;
  model::Document& out_;
  Budget& budget_;
  Faces faces_;
  PageIndex index_;
  PageReader pages_;
};

Outcome Reader::read_pages(int count) {
  int read = 0;
  for (int number = 1; number <= count; ++number) {
    if (stage_) stage_->enter(util::Step::page, number);
    out_.pages.emplace_back();
    const bool is_read = read_page(number);
    note(is_read);
    read += is_read ? 1 : 0;
  }
  out_.fonts = faces_.take_fonts();
  note(!budget_.was_cut() && !faces_.was_cut());
  if (read == 0) return Outcome::no_pages;
  if (!paints_nothing()) return Outcome::read;
  if (budget_.was_cut() || faces_.met_limit()) return Outcome::too_large;
  return out_.truncated ? Outcome::no_pages : Outcome::blank;
}

bool Reader::paints_nothing() const {
  return std::all_of(out_.pages.begin(), out_.pages.end(), [](const model::Page& page) {
    return page.glyphs.empty() && page.inks.empty();
  });
}

bool Reader::read_page(int number) try {
  // Not the document's own getPage: that trusts the hints of linearized files.
  Page* page = document_.getCatalog()->getPage(number);
  if (!page || !page->isOk()) return false;
  const PageFrame frame(*page);
  if (!frame.is_sane()) return false;
  index_.add(number, page->getRef(), frame);
  const bool is_whole = pages_.read(*page, frame, out_.pages.back());
  note(is_whole);
  out_.pages.back().truncated = !is_whole || budget_.was_page_cut();
  return true;
} catch (const std::bad_alloc&) {
  throw;
} catch (const std::exception&) {
  return false;
}

void Reader::read_rest(int count) {
  if (stage_) stage_->enter(util::Step::facts);
  note(read_figures(document_, count, pages_.objects(), out_));
  note(read_destinations(document_, index_, out_));
  note(read_outline(document_, index_, out_));
  const bool has_files = read_attachments(document_, pages_.triggers(), out_);
  const bool has_actions = read_actions(document_, count, pages_.triggers(), out_);
  const bool has_labels = read_labels(document_, out_);
  if (!has_files || !has_actions || !has_labels) out_.traces_truncated = true;
}

}  // namespace

Outcome read_document(PDFDoc& document, util::Stage* stage, const Extent& scope,
                      model::Document& out) {
  if (stage) stage->enter(util::Step::facts);
  if (!read_facts(document, out)) out.truncated = true;
  const auto found = count_pages(document);
  if (!found) return Outcome::no_pages;
  const int declared = document.getCatalog()->getNumPages();
  if (std::min(*found, declared) > limits::kPages) return Outcome::too_many_pages;
  // The library reads no more than are declared.
  if (*found > declared) out.truncated = true;
  out.pages_in_file = std::max(*found, declared);
  if (*found < declared) out.repaired = true;
  Budget own;
  Reader reader(document, stage, scope.budget ? *scope.budget : own, out);
  const int count = std::min({*found, declared, scope.pages});
  const Outcome outcome = reader.read_pages(count);
  reader.read_rest(count);
  return outcome;
}

}  // namespace extract
