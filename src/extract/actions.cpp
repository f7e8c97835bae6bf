#include "extract/actions.hpp"

#include <Page.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "extract/objects.hpp"
#include "extract/streams.hpp"
#include "extract/text_string.hpp"
#include "extract/trace_limits.hpp"
#include "extract/trace_list.hpp"
#include "extract/trees.hpp"

namespace extract {
namespace {

// They go somewhere within the document, or change what is shown of it.
constexpr std::array kHarmless = {"GoTo",   "Named", "Hide",  "SetOCGState",
                                  "Thread", "Trans", "GoToDp"};

class Actions {
 public:
  Actions(XRef& xref, model::Document& out) : xref_(xref), out_(out) {}

  // With those that follow it. A link to the web counts unless a person clicks on it.
  void add(const Object& first, const char* trigger, int page, bool is_click);
  // A dictionary of them, by the event that triggers each.
  void add_events(const Object& events, const char* trigger, int page);
  void cut() { is_whole_ = false; }
  bool is_whole() const { return is_whole_; }

 private:
  void add_one(const Dict& action, const char* trigger, int page, bool is_click);
  std::string text_in(const Dict& action) const;
  std::string text_at(const Dict& dictionary, const char* key) const;

  XRef& xref_;
  model::Document& out_;
  bool is_whole_ = true;
};

void Actions::add(const Object& first, const char* trigger, int page, bool is_click) {
  const bool all = TreeWalk(xref_, "Next").visit(first, [&](const Dict& action) {
    add_one(action, trigger, page, is_click);
  });
  is_whole_ = is_whole_ && all;
}

void Actions::add_events(const Object& events, const char* trigger, int page) {
  if (!events.isDict()) return;
  for (int i = 0; i < std::min(events.dictGetLength(), limits::kEntries); ++i)
    add(events.dictGetValNF(i), trigger, page, false);
}

void Actions::add_one(const Dict& action, const char* trigger, int page, bool is_click) {
  const Object kind = look_up(action, "S", xref_);
  const bool is_harmless = std::any_of(kHarmless.begin(), kHarmless.end(),
                                       [&](const char* each) { return kind.isName(each); });
  if (!kind.isName() || is_harmless || (is_click && kind.isName("URI"))) return;
  if (out_.actions.size() >= limits::kActions) return cut();
  out_.actions.push_back({clean_utf8(kind.getName()), trigger, page, text_in(action)});
}

// A script, address or file, or what stands for one under a key of its own.
std::string Actions::text_at(const Dict& dictionary, const char* key) const {
  const Object value = look_up(dictionary, key, xref_);
  if (value.isStream()) return clean_utf8(decoded_start(value, limits::kTraceBytes));
  if (value.isDict()) {
    const std::string unicode = text_of(look_up(*value.getDict(), "UF", xref_));
    return unicode.empty() ? text_of(look_up(*value.getDict(), "F", xref_)) : unicode;
  }
  return text_of(value).substr(0, limits::kTraceBytes);
}

std::string Actions::text_in(const Dict& action) const {
  for (const char* key : {"JS", "URI", "F", "Win"})
    if (action.hasKey(key))
      if (std::string text = text_at(action, key); !text.empty()) return text;
  return {};
}

void add_pages(PDFDoc& document, int pages, Actions& all) {
  for (int number = 1; number <= pages; ++number) {
    Page* const page = document.getCatalog()->getPage(number);
    if (page && page->isOk()) all.add_events(page->getActions(), "page", number);
  }
}

void add_annotations(const std::vector<Trigger>& annotations, XRef& xref, Actions& all) {
  for (const Trigger& each : annotations) {
    const Dict& dictionary = *each.annotation.getDict();
    const bool is_field = each.annotation.dictLookup("Subtype").isName("Widget");
    const char* const trigger = is_field ? "field" : "link";
    all.add(dictionary.lookupNF("A"), trigger, each.page, true);
    all.add_events(look_up(dictionary, "AA", xref), trigger, each.page);
  }
}

}  // namespace

bool read_actions(PDFDoc& document, int pages, const std::vector<Trigger>& annotations,
                  model::Document& out) {
  XRef& xref = *document.getXRef();
  Actions all(xref, out);
  const Object catalog = xref.getCatalog();
  if (!catalog.isDict()) return true;
  const Dict& dictionary = *catalog.getDict();
  // A key may stand there twice, and readers differ in which they follow.
  for (int i = 0; i < std::min(dictionary.getLength(), limits::kEntries); ++i)
    if (std::string_view(dictionary.getKey(i)) == "OpenAction")
      if (const Object open = fetch_present(dictionary.getValNF(i), xref); open.isDict())
        all.add(dictionary.getValNF(i), "open", 0, false);
  all.add_events(look_up(dictionary, "AA", xref), "document", 0);
  const Object names = look_up(dictionary, "Names", xref);
  if (names.isDict() && names.getDict()->hasKey("JavaScript")) {
    const bool is_whole =
        visit_pairs(names.dictLookupNF("JavaScript"), "Names", xref,
                    [&](const Object&, const Object& each) { all.add(each, "open", 0, false); });
    if (!is_whole) all.cut();
  }
  add_pages(document, pages, all);
  add_annotations(annotations, xref, all);
  return all.is_whole();
}

}  // namespace extract
