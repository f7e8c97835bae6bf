// The fonts of a document as showing text needs them: how a string falls into codes, how far each
// advances and what it reads as.
#pragma once

#include <Object.h>
#include <XRef.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/fonts.hpp"
#include "model/document.hpp"

namespace extract {

// One code of a string; lengths are in text space for a size of 1.
struct Code {
  int bytes = 1;
  double advance = 0;  // along the writing direction: down the column where that is vertical
  double origin_x = 0, origin_y = 0;  // of vertical writing, to be taken off the position
  std::u32string_view text;  // as the font maps it, not vetted; holds until the face's next code
};

// What the procedure of a Type 3 glyph paints.
struct Drawing {
  bool is_begun = false;          // it was looked at, or is just being
  bool is_known = false;          // else it could not be read whole
  std::optional<model::Box> box;  // in glyph space, y growing up; none where it paints nothing
  // Its own colour, unknown where it has several; none where it takes that of the text.
  std::optional<model::Color> color;
};

class FontSources;

class Face {
 public:
  virtual ~Face() = default;

  bool is_type3 = false;
  bool is_vertical = false;
  FontMetrics metrics;
  double matrix[6] = {1, 0, 0, 1, 0, 0};  // of a Type 3 font

  // The code that `left` > 0 bytes begin with; at least one byte long and at most `left`.
  virtual Code next(const char* bytes, std::size_t left) = 0;
  // Of a Type 3 font: the stream that draws a code, not fetched, and the font's own resources;
  // null where there are none.
  virtual Object procedure(unsigned char) { return Object(objNull); }
  virtual Object resources() { return Object(objNull); }
  // Of a Type 3 font: kept here for who looks at the procedure.
  Drawing& drawing(unsigned char code) {
    if (drawings_.empty()) drawings_.resize(256);
    return drawings_[code];
  }
  virtual model::Font describe() = 0;
  // Font::misread, once all is shown.
  virtual std::vector<std::pair<std::string, std::string>> misread() const { return {}; }

 private:
  friend class Faces;
  std::optional<std::uint16_t> index_;
  std::vector<Drawing> drawings_;  // 256, once one is asked for
};

// The fonts of a document, each loaded once, listed in the order of their first glyph.
class Faces {
 public:
  explicit Faces(XRef& xref);
  ~Faces();

  // By a reference to a font dictionary or, where it has none, the dictionary itself; null for what
  // is no font or must not be opened. What is found stays where it is.
  Face* find(const Object& font);

  // Of a face that a glyph is shown in, into fonts(); none when there are more fonts than are
  // read.
  std::optional<std::uint16_t> index_of(Face& face) {
    return face.index_ ? face.index_ : add(face);
  }
  void count(std::uint16_t index, bool in_form, int glyphs) {
    fonts_[index].glyphs += glyphs;
    if (in_form) fonts_[index].glyphs_in_form += glyphs;
  }
  const std::vector<model::Font>& fonts() const { return fonts_; }
  // With what is known of them once all is shown.
  std::vector<model::Font> take_fonts();
  // Some font was not opened because the library would crash on it or drown in it, or because there
  // are more than are read.
  bool was_cut() const;
  bool met_limit() const;  // not because of a trap but because of how much there is

 private:
  std::optional<std::uint16_t> add(Face& face);
  Face* find_direct(const Object& dictionary);
  std::unique_ptr<Face> load(Ref id, const Object& dictionary);

  XRef& xref_;
  std::unique_ptr<FontSources> sources_;
  std::unordered_map<Ref, std::unique_ptr<Face>> faces_;
  std::unordered_map<std::string, std::unique_ptr<Face>> direct_;  // that no reference leads to
  Object last_direct_;
  Face* last_face_ = nullptr;
  std::vector<model::Font> fonts_;
  std::vector<const Face*> listed_;  // of each
  bool is_full_ = false;
};

}  // namespace extract
