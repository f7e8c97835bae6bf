// The images and forms of a document, each looked at once; short forms keep their content.
#pragma once

#include <Object.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "extract/limits.hpp"
#include "extract/matrix.hpp"
#include "extract/resources.hpp"

namespace extract {

// A form as its dictionary describes it.
struct Form {
  Object stream;
  Matrix matrix;
  std::optional<model::Box> box;         // in form space, y growing up; none paints nothing
  bool is_group = false;                 // a transparency group
  std::unique_ptr<Resources> resources;  // null where those around it hold
  std::string content;
  bool is_kept = false;  // `content` is what the stream decodes to
  bool is_open = false;  // being painted
  int paintings = 0;
};

// An image as its dictionary describes it.
struct ImageTraits {
  bool is_stencil = false;  // painted in the current colour
  bool is_opaque = false;   // without any mask
  int columns = 0, rows = 0;
  int bits = 0;                       // of a component; 0 where the dictionary does not say
  std::optional<model::Color> color;  // of all its samples; none where that is not known
};

// What a dictionary says of samples in a row or a column, of bits in a component; 0 for nonsense.
inline int count_of_samples(double count) {
  constexpr double kMost = 1e9;
  return count >= 1 ? static_cast<int>(std::min(count, kMost)) : 0;
}
inline int bits_of_component(double bits) {
  return bits >= 1 && bits <= 16 ? static_cast<int>(bits) : 0;
}

struct XObject {
  bool is_visible = true;  // its layer
  std::optional<ImageTraits> image;
  std::unique_ptr<Form> form;
};

class XObjects {
 public:
  // Null for what is neither an image nor a form. What is found stays where it is.
  XObject* find(const Object& reference, const Parts& parts);
  // Of a stream that was looked at; null for any other.
  const Object* dictionary(const Object& reference) const;
  // Fills Form::content; false where that took more than the budget has or is not all.
  bool open(Form& form, Budget& budget);
  // The content is needed no longer.
  void close(Form& form);

 private:
  std::unordered_map<Ref, std::unique_ptr<XObject>> objects_;
  std::unordered_map<Ref, Object> dictionaries_;
  std::size_t kept_ = 0;  // bytes
  std::size_t samples_left_ = limits::kSamplesDocument;
};

Form read_form(const Object& stream, const Parts& parts);

// None where the dictionary is not that of an image a viewer can show.
std::optional<ImageTraits> read_image(const Object& dictionary);

}  // namespace extract
