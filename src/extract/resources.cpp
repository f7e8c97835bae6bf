#include "extract/resources.hpp"

#include <Dict.h>
#include <OptionalContent.h>
#include <Stream.h>

#include "extract/limits.hpp"
#include "extract/objects.hpp"
#include "extract/xobjects.hpp"

namespace extract {
namespace {

std::optional<double> number_of(const Object& dictionary, const char* key) {
  const Object value = dictionary.dictLookup(key);
  if (!value.isNum()) return std::nullopt;
  return number_or(value, 0);
}

std::optional<double> opacity_of(const Object& dictionary, const char* key) {
  const auto value = number_of(dictionary, key);
  return value ? std::optional(std::clamp(*value, 0.0, 1.0)) : std::nullopt;
}

// The first of a list is what is painted with; the others are for viewers that do not know it.
std::optional<bool> is_blended(const Object& mode) {
  if (mode.isArray() && mode.arrayGetLength() > 0) return is_blended(mode.arrayGet(0));
  if (!mode.isName()) return std::nullopt;
  return !mode.isName("Normal") && !mode.isName("Compatible");
}

ExtState read_state(const Object& entry, const Parts& parts) {
  ExtState out;
  const Object state = entry.fetch(&parts.xref);
  if (!state.isDict()) return out;
  out.line_width = number_of(state, "LW");
  out.fill_opacity = opacity_of(state, "ca");
  out.stroke_opacity = opacity_of(state, "CA");
  const Object mask = state.dictLookup("SMask");
  if (mask.isDict() || mask.isName()) out.is_masked = mask.isDict();
  out.is_blended = is_blended(state.dictLookup("BM"));
  const Object font = state.dictLookup("Font");
  if (font.isArray() && font.arrayGetLength() == 2) {
    out.face = parts.faces.find(font.arrayGetNF(0));
    out.font_size = number_or(font.arrayGet(1), 0);
  }
  return out;
}

PatternKind read_pattern(const Object& entry, const Parts& parts) {
  const Object pattern = entry.fetch(&parts.xref);
  if (!pattern.isDict() && !pattern.isStream()) return PatternKind::none;
  Dict& dictionary = pattern.isDict() ? *pattern.getDict() : *pattern.streamGetDict();
  const Object type = dictionary.lookup("PatternType");
  if (type.isInt() && type.getInt() == 1 && pattern.isStream()) return PatternKind::tiling;
  const bool is_shading = type.isInt() && type.getInt() == 2 && dictionary.hasKey("Shading");
  return is_shading ? PatternKind::shading : PatternKind::none;
}

Shading read_shading(const Object& entry, const Parts& parts) {
  Shading out;
  const Object shading = entry.fetch(&parts.xref);
  if (!shading.isDict() && !shading.isStream()) return out;
  Dict& dictionary = shading.isDict() ? *shading.getDict() : *shading.streamGetDict();
  const Object box = dictionary.lookup("BBox");
  if (!box.isArray() || box.arrayGetLength() != 4) return out;
  out.box = model::Box{number_or(box.arrayGet(0), 0), number_or(box.arrayGet(1), 0),
                       number_or(box.arrayGet(2), 0), number_or(box.arrayGet(3), 0)};
  return out;
}

Property read_property(const Object& entry, const Parts& parts) {
  Property out;
  out.is_visible = parts.is_visible(entry);
  const Object property = entry.fetch(&parts.xref);
  if (!property.isDict()) return out;
  const Object text = property.dictLookup("ActualText");
  if (text.isString()) out.actual_text = text.getString()->toStr();
  return out;
}

Object category(const Object& dictionary, const char* name) {
  return dictionary.isDict() ? dictionary.dictLookup(name) : Object(objNull);
}

}  // namespace

bool Parts::is_visible(const Object& layer) const {
  return !layers || layer.isNull() || layers->optContentIsVisible(&layer);
}

Resources::Resources(const Object& dictionary, const Parts& parts) : parts_(parts) {
  fonts_.set(category(dictionary, "Font"));
  spaces_.set(category(dictionary, "ColorSpace"));
  objects_.set(category(dictionary, "XObject"));
  states_.set(category(dictionary, "ExtGState"));
  patterns_.set(category(dictionary, "Pattern"));
  shadings_.set(category(dictionary, "Shading"));
  properties_.set(category(dictionary, "Properties"));
}

Face* const* Resources::font(std::string_view name) {
  return fonts_.find(name, [&](const Object& entry) { return parts_.faces.find(entry); });
}

ColorSpace* const* Resources::space(std::string_view name) {
  return spaces_.find(name, [&](const Object& entry) { return parts_.spaces.find(entry); });
}

XObject* const* Resources::object(std::string_view name) {
  return objects_.find(name,
                       [&](const Object& entry) { return parts_.objects.find(entry, parts_); });
}

const ExtState* Resources::state(std::string_view name) {
  return states_.find(name, [&](const Object& entry) { return read_state(entry, parts_); });
}

const PatternKind* Resources::pattern(std::string_view name) {
  return patterns_.find(name, [&](const Object& entry) { return read_pattern(entry, parts_); });
}

const Shading* Resources::shading(std::string_view name) {
  return shadings_.find(name, [&](const Object& entry) { return read_shading(entry, parts_); });
}

const Property* Resources::property(std::string_view name) {
  return properties_.find(name, [&](const Object& entry) { return read_property(entry, parts_); });
}

Scope Scope::within(const Scope* outer, Resources* own, const Parts& parts) {
  Scope out{own, outer, nullptr, nullptr, nullptr};
  const auto stands_in = [&](std::string_view name, ColorSpace* otherwise) {
    ColorSpace* const* found = own->space(name);
    return found && *found ? *found : otherwise;
  };
  out.gray = stands_in("DefaultGray", outer ? outer->gray : &parts.spaces.gray());
  out.rgb = stands_in("DefaultRGB", outer ? outer->rgb : &parts.spaces.rgb());
  out.cmyk = stands_in("DefaultCMYK", outer ? outer->cmyk : &parts.spaces.cmyk());
  return out;
}

}  // namespace extract
