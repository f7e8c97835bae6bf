#include "extract/labels.hpp"

#include <string>

#include "extract/objects.hpp"
#include "extract/private_data.hpp"
#include "extract/trace_limits.hpp"
#include "extract/trace_list.hpp"
#include "extract/trees.hpp"

namespace extract {
namespace {

using model::TraceKind;

class Labels {
 public:
  Labels(XRef& xref, model::Document& out) : xref_(xref), traces_(out) {}

  void read(const Dict& catalog) {
    read_private(catalog);
    if (catalog.hasKey("PageLabels")) read_page_labels(catalog.lookupNF("PageLabels"));
    if (catalog.hasKey("OCProperties")) read_layers(look_up(catalog, "OCProperties", xref_));
    if (catalog.hasKey("AcroForm")) read_fields(look_up(catalog, "AcroForm", xref_));
    if (catalog.hasKey("StructTreeRoot")) read_structure(catalog.lookupNF("StructTreeRoot"));
  }
  bool is_whole() const { return traces_.is_whole(); }

 private:
  void add(TraceKind kind, const Dict& from, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
      if (from.hasKey(key)) traces_.add({kind, "", 0, key, text_of(look_up(from, key, xref_))});
  }
  void note(bool is_whole) {
    if (!is_whole) traces_.cut();
  }
  void read_private(const Dict& catalog) {
    if (catalog.hasKey("PieceInfo"))
      read_private_data(catalog, xref_, {TraceKind::private_data, "", 0, "", ""}, traces_);
  }
  void read_page_labels(const Object& root) {
    note(visit_pairs(root, "Nums", xref_, [&](const Object&, const Object& label) {
      if (label.isDict()) add(TraceKind::page_label, *label.getDict(), {"P"});
    }));
  }
  void read_layers(const Object& properties);
  void read_fields(const Object& form);
  // Page content within it is numbers and dictionaries without these keys.
  void read_structure(const Object& root) {
    note(TreeWalk(xref_, "K").visit(root, [&](const Dict& element) {
      add(TraceKind::structure, element, {"Alt", "ActualText", "E", "T"});
    }));
  }

  XRef& xref_;
  TraceList traces_;
};

void Labels::read_layers(const Object& properties) {
  if (!properties.isDict()) return;
  const Object setup = look_up(*properties.getDict(), "D", xref_);
  if (setup.isDict()) add(TraceKind::layer, *setup.getDict(), {"Name", "Creator"});
  const Object layers = look_up(*properties.getDict(), "OCGs", xref_);
  for (int i = 0; layers.isArray() && i < layers.arrayGetLength(); ++i) {
    if (i >= limits::kEntries) return traces_.cut();
    const Object layer = fetch_present(layers.arrayGetNF(i), xref_);
    if (layer.isDict()) add(TraceKind::layer, *layer.getDict(), {"Name"});
  }
}

void Labels::read_fields(const Object& form) {
  if (!form.isDict()) return;
  if (form.getDict()->hasKey("XFA"))
    traces_.add({TraceKind::form_field, "", 0, "XFA", "a form in XML"});
  const Object& fields = form.dictLookupNF("Fields");
  note(TreeWalk(xref_, "Kids").visit(fields, [&](const Dict& field) {
    add(TraceKind::form_field, field, {"T", "TU", "V", "DV"});
  }));
}

}  // namespace

bool read_labels(PDFDoc& document, model::Document& out) {
  const Object catalog = document.getXRef()->getCatalog();
  if (!catalog.isDict()) return true;
  Labels labels(*document.getXRef(), out);
  labels.read(*catalog.getDict());
  return labels.is_whole();
}

}  // namespace extract
