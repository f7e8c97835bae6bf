// What the names in a content stream stand for, each looked at once.
#pragma once

#include <Object.h>

#include <optional>
#include <string>
#include <string_view>

#include "extract/graphics_state.hpp"
#include "extract/named.hpp"

class OCGs;

namespace extract {

class XObjects;
struct XObject;

// What all pages of a document share.
struct Parts {
  XRef& xref;
  OCGs* layers;  // null where the document has none
  Faces& faces;
  ColorSpaces& spaces;
  XObjects& objects;

  bool is_visible(const Object& layer) const;
};

// An ExtGState; what is not set stays as it was.
struct ExtState {
  std::optional<double> line_width, fill_opacity, stroke_opacity, font_size;
  std::optional<bool> is_masked, is_blended;
  Face* face = nullptr;
};

struct Shading {
  std::optional<model::Box> box;  // in user space: left, bottom as top, right, top as bottom
};

// An entry of Properties.
struct Property {
  bool is_visible = true;
  std::optional<std::string> actual_text;  // as stored
};

class Resources {
 public:
  Resources(const Object& dictionary, const Parts& parts);

  Face* const* font(std::string_view name);
  ColorSpace* const* space(std::string_view name);
  XObject* const* object(std::string_view name);
  const ExtState* state(std::string_view name);
  const PatternKind* pattern(std::string_view name);
  const Shading* shading(std::string_view name);
  const Property* property(std::string_view name);

 private:
  Parts parts_;
  Named<Face*> fonts_;
  Named<ColorSpace*> spaces_;
  Named<XObject*> objects_;
  Named<ExtState> states_;
  Named<PatternKind> patterns_;
  Named<Shading> shadings_;
  Named<Property> properties_;
};

// The resources in force; a name that a form's lack is looked for around it.
struct Scope {
  Resources* own = nullptr;
  const Scope* outer = nullptr;
  // For g, rg and k: those of the device, or what stands in for them.
  ColorSpace *gray = nullptr, *rgb = nullptr, *cmyk = nullptr;

  static Scope within(const Scope* outer, Resources* own, const Parts& parts);
  template <class T>
  const T* find(const T* (Resources::*look)(std::string_view), std::string_view name) const {
    for (const Scope* scope = this; scope; scope = scope->outer) {
      if (const T* found = (scope->own->*look)(name)) return found;
    }
    return nullptr;
  }
};

}  // namespace extract
