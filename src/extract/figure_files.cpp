#include "extract/figure_files.hpp"

#include <Object.h>
#include <Page.h>
#include <Stream.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/limits.hpp"
#include "extract/text_string.hpp"

namespace extract {
namespace {

class Walk {
 public:
  Walk(XRef& xref, const XObjects& objects, model::Document& out)
      : xref_(xref), objects_(objects), out_(out) {}

  void enter(const Object& resources) {
    if (resources.isDict()) open(resources.dictLookupNF("XObject"));
    while (!open_.empty()) {
      const Object next = std::move(open_.back());
      open_.pop_back();
      if (const Object* known = objects_.dictionary(next)) {
        read_form(*known->getDict());
      } else {
        look_at(next.fetch(&xref_));
      }
    }
  }
  bool is_whole() const { return is_whole_; }

 private:
  void look_at(const Object& object) {
    if (object.isStream()) {
      read_form(*object.streamGetDict());
    } else if (object.isDict()) {
      for (int i = 0; i < object.dictGetLength(); ++i) open(object.dictGetValNF(i));
    }
  }

  // Every object once, so that forms which name each other come to an end.
  void open(const Object& object) {
    if (object.isRef() && !(is_there(object) && seen_.insert(object.getRefNum()).second)) return;
    if (!object.isRef() && !object.isDict()) return;
    is_whole_ = is_whole_ && ++count_ <= limits::kResources;
    if (is_whole_) open_.push_back(object.copy());
  }

  // Asked for an object that never was, the library reads the whole file again in search of it.
  bool is_there(const Object& reference) {
    const int number = reference.getRefNum();
    return number < xref_.getNumObjects() && xref_.getEntry(number, false)->type != xrefEntryFree;
  }

  void read_form(const Dict& form) {
    note_form(form, out_);
    const Object resources = form.lookup("Resources");
    if (resources.isDict()) open(resources.dictLookupNF("XObject"));
  }

  XRef& xref_;
  const XObjects& objects_;
  model::Document& out_;
  std::vector<Object> open_;
  std::set<int> seen_;
  std::size_t count_ = 0;
  bool is_whole_ = true;
};

}  // namespace

void note_form(const Dict& form, model::Document& out) {
  const Object name = form.lookup("PTEX.FileName");
  if (!name.isString() || out.figure_files.size() >= limits::kFigureFiles) return;
  // Written as the file system has it, not as a text string of PDF.
  std::string file = clean_utf8(name.getString()->toStr().substr(0, limits::kPathBytes));
  const auto& known = out.figure_files;
  if (std::find(known.begin(), known.end(), file) == known.end())
    out.figure_files.push_back(std::move(file));
}

bool read_figure_files(PDFDoc& document, int pages, const XObjects& objects, model::Document& out) {
  Walk walk(*document.getXRef(), objects, out);
  for (int number = 1; number <= pages && walk.is_whole(); ++number) {
    Page* page = document.getCatalog()->getPage(number);
    const Object* resources = page && page->isOk() ? page->getResourceDictObject() : nullptr;
    if (resources) walk.enter(*resources);
  }
  return walk.is_whole() && out.figure_files.size() < limits::kFigureFiles;
}

}  // namespace extract
