#include <string>

#include "extract/extract.hpp"
#include "measure/measure.hpp"
#include "supplement/looks.hpp"
#include "util/private_path.hpp"
#include "util/text.hpp"
#include "util/xmp.hpp"

namespace supplement {
namespace {

using model::TraceKind;

// Fewer lines are those of a figure, which has no authors below its title.
constexpr std::size_t kLeastLines = 20;

class Reader {
 public:
  Reader(const File& file, Gathering& out) : file_(file), out_(out) {}

  void look(const model::Document& document) {
    for (const auto& [key, value] : document.info) statement("document", key, value);
    for (const util::XmpProperty& it : util::read_xmp(document.xmp))
      statement("document", it.name, it.text);
    for (const std::string& name : document.figure_files) path(name);
    for (const model::Trace& it : document.traces) look_at_trace(it);
    for (const model::Page& page : document.pages)
      for (const model::Annotation& it : page.annotations)
        // Fields of forms have a name of their own there.
        if (it.type != "Widget") tell("document", it.author, it.author);
    if (!document.attachments.empty())
      out_.unread(file_.name, "has files attached, which are not looked into", true);
    look_at_first_page(document);
  }

 private:
  void tell(std::string_view kind, std::string_view text, std::string_view who) {
    out_.tell(kind, file_.name, 0, text, who);
  }

  void statement(std::string_view kind, std::string_view key, std::string_view text) {
    path(text);
    if (tells_of_device(key)) tell(kind, std::string(key) + ": " + std::string(text), text);
    if (names_people(key)) tell(kind, text, text);
  }

  void path(std::string_view text) {
    auto found = util::private_path(text);
    if (!found) return;
    std::string_view below = std::string_view(*found).substr(found->find('/', 1) + 1);
    tell("path", *found, below.substr(0, below.find('/')));
  }

  void look_at_trace(const model::Trace& it) {
    if (it.kind == TraceKind::image) return statement("picture", it.key, it.text);
    if (it.kind == TraceKind::link || it.kind == TraceKind::structure) return path(it.text);
    statement("document", it.key, it.text);
    path(it.place);
  }

  void look_at_first_page(const model::Document& document) {
    if (document.pages.empty() || document.pages[0].glyphs.empty()) return;
    model::Measured measured = measure::measure(document, {});
    std::string byline, text;
    std::size_t lines = 0;
    for (const model::Line& line : measured.lines) {
      if (line.page != 1) continue;
      ++lines;
      if (line.role != model::Role::reference) text += line.text + "\n";
      if (line.role == model::Role::author) byline += (byline.empty() ? "" : ", ") + line.text;
    }
    look_for_addresses({file_.name, text, true}, out_);
    if (lines >= kLeastLines) tell("byline", byline, byline);
  }

  const File& file_;
  Gathering& out_;
};

}  // namespace

void look_at_pdf(const File& file, Gathering& out) {
  int pages = out.pdf_pages();
  if (file.bytes.size() > limits::kPdfBytes || !out.take_pdf() || pages == 0)
    return out.unread(file.name, "is one more PDF than is looked into, or too large a one");
  model::Document document = extract::read_beside(file.bytes, pages, out.budget());
  int read = static_cast<int>(document.pages.size());
  out.take_pdf_pages(read);
  Reader(file, out).look(document);
  if (document.failure)
    out.unread(file.name, "is a PDF that cannot be opened");
  else if (document.pages_in_file > read)
    out.unread(file.name, "is a PDF with more pages than are looked at");
  else if (document.truncated || document.traces_truncated)
    out.unread(file.name, "is a PDF of which a part could not be read");
}

}  // namespace supplement
