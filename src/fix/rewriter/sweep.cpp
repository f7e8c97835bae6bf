#include "fix/rewriter/sweep.hpp"

#include <set>

#include "fix/rewriter/gone.hpp"
#include "fix/rewriter/palettes.hpp"
#include "fix/rewriter/streams.hpp"

namespace fix {

void Sweep::run() {
  note_shapes();
  Value root(objects_.trailer().GetDictionary().MustGetKey("Root"));
  meet(root);
  // Those met on the way are appended. An object is met where something that stays refers to it, so
  // that what only led to it from what goes is left behind without being looked for.
  for (std::size_t i = 0; i < kept_.size(); ++i) clean(*kept_[i]);
}

std::optional<std::size_t> Sweep::number_of(const PoDoFo::PdfReference& reference) const {
  auto found = numbers_.find(reference);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

const std::string* Sweep::new_bytes(const Value& stream) const {
  auto found = new_bytes_.find(&stream);
  return found == new_bytes_.end() ? nullptr : &found->second;
}

void Sweep::note_shapes() {
  const Value& root = *objects_.root();
  shapes_[&root] = Shape::catalog;
  shapes_[objects_.get(root, "Names")] = Shape::names;
  shapes_[objects_.get(root, "AcroForm")] = Shape::fields;
  const Value* layers = objects_.get(root, "OCProperties");
  if (layers) shapes_[objects_.get(*layers, "D")] = Shape::layers;
}

// What marks in the content lead to, but for layers.
void Sweep::note_marks(const Value& resources) {
  const Value* marks = objects_.get(resources, "Properties");
  if (!is_dictionary(marks)) return;
  for (const auto& [name, entry] : marks->GetDictionary().GetKeys()) {
    const Value* mark = objects_.resolve(entry);
    if (is_dictionary(mark) && !is_one_of(objects_.name(*mark, "Type"), {"OCG", "OCMD"}))
      shapes_[mark] = Shape::marks;
  }
}

// The content of a page, in one stream or several, and the glyphs of a Type 3 font.
void Sweep::note_drawings(const Value& dictionary, Shape its_shape) {
  const Value* content = its_shape == Shape::page ? objects_.get(dictionary, "Contents") : nullptr;
  if (content && content->IsArray())
    for (const Value& part : content->GetArray())
      drawings_.insert(objects_.resolve(const_cast<Value*>(&part)));
  drawings_.insert(content);
  const Value* glyphs = objects_.get(dictionary, "CharProcs");
  if (!is_dictionary(glyphs)) return;
  for (const auto& [name, glyph] : glyphs->GetDictionary().GetKeys())
    drawings_.insert(objects_.resolve(glyph));
}

Shape Sweep::shape(const Value& dictionary) const {
  auto known = shapes_.find(&dictionary);
  return known == shapes_.end() ? shape_of(objects_, dictionary) : known->second;
}

void Sweep::clean(Value& value) {
  if (value.IsReference()) meet(value);
  if (value.IsArray()) clean_array(value);
  if (!value.IsDictionary()) return;
  // It is written anew, and an object of its own for it is not needed.
  if (value.HasStream()) value.GetDictionary().RemoveKey("Length");
  clean_dictionary(value);
  if (value.HasStream()) clean_stream(value);
}

void Sweep::clean_dictionary(Value& dictionary) {
  const Shape its_shape = shape(dictionary);
  note_marks(dictionary);
  note_drawings(dictionary, its_shape);
  std::vector<PoDoFo::PdfName> dropped;
  for (auto& [key, entry] : dictionary.GetDictionary().GetKeys()) {
    const Value* value = objects_.resolve(entry);
    // First what it is, whoever refers to it; then what it is called here.
    auto why = why_gone(objects_, value);
    if (!why) why = why_dropped(objects_, its_shape, key.GetName(), value);
    if (why) tell(*why, *entry, value, key.GetName());
    if (why || !value)
      dropped.push_back(key);
    else
      clean(*entry);
    if (!why && value) note_path(key.GetName(), *value);
  }
  for (const auto& key : dropped) dictionary.GetDictionary().RemoveKey(key);
}

void Sweep::clean_array(Value& array) {
  mend_palette(objects_, array);
  auto& items = array.GetArray();
  for (std::size_t i = 0; i < items.size();) {
    const Value* value = objects_.resolve(&items[i]);
    if (auto why = why_gone(objects_, value)) {
      tell(*why, items[i], value, "");
      // In a tree of names, with its name.
      bool is_named = i > 0 && (items[i - 1].IsString() || items[i - 1].IsHexString());
      if (is_named) --i;
      auto from = items.begin() + static_cast<std::ptrdiff_t>(i);
      items.erase(from, from + (is_named ? 2 : 1));
      continue;
    }
    clean(items[i++]);
  }
}

void Sweep::clean_stream(Value& stream) {
  Picture picture = clean_picture(objects_, stream);
  if (picture.is_obscure) ++obscure_pictures_;
  if (picture.bytes) {
    tally_.add(Kind::photo_metadata);
    new_bytes_[&stream] = std::move(*picture.bytes);
  }
  bool is_drawing =
      drawings_.contains(&stream) || has(stream, "PatternType") || shape(stream) == Shape::form;
  auto drawing = is_drawing ? clean_drawing(objects_, stream) : std::nullopt;
  if (!drawing) return;
  tally_.add(Kind::remarks);
  new_bytes_[&stream] = std::move(*drawing);
}

void Sweep::meet(Value& reference) {
  Value* value = objects_.resolve(&reference);
  if (!value || !value->Reference().IsIndirect()) return;
  if (numbers_.try_emplace(value->Reference(), kept_.size() + 1).second) kept_.push_back(value);
  // Not over a reference to a reference.
  if (reference.GetReference() != value->Reference()) reference = Value(value->Reference());
}

// Links show their addresses to who follows them, and are looked at by checks.
void Sweep::note_path(const std::string& key, const Value& value) {
  constexpr std::size_t kMost = 1'000, kLongest = 4'096;
  if (!value.IsString() && !value.IsHexString()) return;
  std::string bytes = bytes_of(value.GetString());
  bool has_slash = bytes.find_first_of("/\\") != std::string::npos;
  if (key != "URI" && has_slash && bytes.size() <= kLongest && paths_.size() < kMost)
    paths_.emplace(key, std::move(bytes));
}

void Sweep::tell(Kind kind, const Value& entry, const Value* value, const std::string& key) {
  std::string name = kind == Kind::keys ? key : "";
  if ((kind == Kind::comments || kind == Kind::actions) && value)
    name = name_of_gone(objects_, *value);
  if (entry.IsReference() && value)
    tally_.add_once(kind, value, name);
  else
    tally_.add(kind, name);
}

namespace {

bool is_of_file(const Objects& objects, const Value& value) {
  return is_one_of(objects.name(value, "Type"), {"ObjStm", "XRef"});
}

// What a value refers to, itself or in its parts.
void collect(const Objects& objects, const Value& value, std::vector<const Value*>& out) {
  if (value.IsReference()) {
    out.push_back(objects.resolve(const_cast<Value*>(&value)));
  } else if (value.IsArray()) {
    for (const Value& item : value.GetArray()) collect(objects, item, out);
  } else if (value.IsDictionary()) {
    for (const auto& [key, entry] : value.GetDictionary().GetKeys()) collect(objects, *entry, out);
  }
}

}  // namespace

int count_unreachable(const Objects& objects) {
  std::vector<const Value*> open;
  collect(objects, objects.trailer(), open);
  std::set<const Value*> met;
  while (!open.empty()) {
    const Value* value = open.back();
    open.pop_back();
    if (value && met.insert(value).second) collect(objects, *value, open);
  }
  int count = 0;
  for (const Value* object : objects.all())
    if (!met.contains(object) && !is_of_file(objects, *object)) ++count;
  return count;
}

}  // namespace fix
