#include "extract/xobjects.hpp"

#include <Dict.h>
#include <Stream.h>

#include "extract/objects.hpp"
#include "extract/plain_image.hpp"
#include "extract/streams.hpp"

namespace extract {
namespace {

std::optional<model::Box> read_box(const Object& box) {
  if (!box.isArray() || box.arrayGetLength() < 4) return std::nullopt;
  double sides[4] = {};
  for (int i = 0; i < 4; ++i) {
    const Object side = box.arrayGet(i);
    if (!side.isNum()) return std::nullopt;
    sides[i] = number_or(side, 0);
  }
  return model::Box{sides[0], sides[1], sides[2], sides[3]};
}

Matrix read_matrix(const Object& matrix) {
  if (!matrix.isArray()) return {};
  double m[6] = {};
  for (int i = 0; i < std::min(6, matrix.arrayGetLength()); ++i) {
    m[i] = number_or(matrix.arrayGet(i), 0);
  }
  return {m[0], m[1], m[2], m[3], m[4], m[5]};
}

// Of an image's side in samples; 0 for what is none.
int read_length(const Object& length) {
  return length.isNum() ? count_of_samples(length.getNum()) : 0;
}

// JPX alone may leave it out, and where it does not, the samples need not have it.
int read_bits(const Object& dictionary) {
  const Object bits = dictionary.dictLookup("BitsPerComponent");
  return bits.isInt() ? bits_of_component(bits.getInt()) : 0;
}

}  // namespace

std::optional<ImageTraits> read_image(const Object& dictionary) {
  ImageTraits out;
  out.columns = read_length(dictionary.dictLookup("Width"));
  out.rows = read_length(dictionary.dictLookup("Height"));
  if (out.columns == 0 || out.rows == 0) return std::nullopt;
  const Object stencil = dictionary.dictLookup("ImageMask");
  if (!stencil.isNull() && !stencil.isBool()) return std::nullopt;
  out.is_stencil = stencil.isBool() && stencil.getBool();
  out.bits = out.is_stencil ? 1 : read_bits(dictionary);
  const Object mask = dictionary.dictLookup("Mask");
  const Object within = dictionary.dictLookup("SMaskInData");
  const bool is_masked = mask.isStream() || mask.isArray() ||
                         dictionary.dictLookup("SMask").isStream() ||
                         (within.isInt() && within.getInt() != 0);
  out.is_opaque = !out.is_stencil && !is_masked;
  return out;
}

Form read_form(const Object& stream, const Parts& parts) {
  Form out;
  out.stream = stream.copy();
  Dict& dictionary = *stream.streamGetDict();
  out.matrix = read_matrix(dictionary.lookup("Matrix"));
  out.box = read_box(dictionary.lookup("BBox"));
  const Object group = dictionary.lookup("Group");
  out.is_group = group.isDict() && group.dictLookup("S").isName("Transparency");
  const Object resources = dictionary.lookup("Resources");
  if (resources.isDict()) out.resources = std::make_unique<Resources>(resources, parts);
  return out;
}

XObject* XObjects::find(const Object& reference, const Parts& parts) {
  if (!reference.isRef()) return nullptr;
  const auto [known, is_new] = objects_.try_emplace(reference.getRef());
  if (!is_new) return known->second.get();
  const Object object = reference.fetch(&parts.xref);
  if (!object.isStream()) return nullptr;
  dictionaries_.emplace(reference.getRef(), object.getStream()->getDictObject()->copy());
  auto found = std::make_unique<XObject>();
  Dict& dictionary = *object.streamGetDict();
  found->is_visible = parts.is_visible(dictionary.lookupNF("OC"));
  const Object kind = dictionary.lookup("Subtype");
  if (kind.isName("Form")) {
    found->form = std::make_unique<Form>(read_form(object, parts));
  } else if (kind.isName("Image")) {
    found->image = read_image(Object(dictionary.copy(&parts.xref)));
    if (!found->image) return nullptr;
    if (found->image->is_opaque)
      found->image->color = find_plain_color(object, *found->image, parts.spaces, samples_left_);
  } else {
    return nullptr;
  }
  known->second = std::move(found);
  return known->second.get();
}

const Object* XObjects::dictionary(const Object& reference) const {
  if (!reference.isRef()) return nullptr;
  const auto found = dictionaries_.find(reference.getRef());
  return found == dictionaries_.end() ? nullptr : &found->second;
}

bool XObjects::open(Form& form, Budget& budget) {
  ++form.paintings;
  bool is_whole = true;
  if (!form.is_kept) {
    form.content.clear();
    is_whole = append_decoded(form.stream, budget.content.left(), form.content);
  }
  const std::size_t size = form.content.size();
  // A full allowance is overdrawn, which says that it was what cut the page.
  const bool is_spent = !is_whole && size == budget.content.left();
  return budget.content.take(is_spent ? size + 1 : size) && is_whole;
}

// Most forms are figures, painted once.
void XObjects::close(Form& form) {
  if (form.is_kept) return;
  const std::size_t size = form.content.size();
  form.is_kept =
      (size <= limits::kShortForm || form.paintings > 1) && kept_ + size <= limits::kFormsKept;
  if (form.is_kept) {
    kept_ += size;
  } else {
    form.content = {};
  }
}

}  // namespace extract
