// The colour spaces of a document, each set up once, and the sRGB of their colours.
#pragma once

#include <GfxState.h>
#include <Object.h>
#include <XRef.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/vetting.hpp"
#include "model/page.hpp"

namespace extract {

class ColorSpace {
 public:
  virtual ~ColorSpace() = default;

  virtual int components() const = 0;  // 0 of a pattern space
  virtual bool is_pattern() const { return false; }
  // What it begins with; unknown for a pattern, whatever is underneath.
  virtual model::Color initial() = 0;
  // Missing components count as 0, surplus ones are ignored.
  virtual model::Color srgb(std::span<const double> components) = 0;
};

// Who has the resources looks a name up there first: under its own name for cs and CS, as
// DefaultGray, DefaultRGB and DefaultCMYK for g, rg and k.
class ColorSpaces {
 public:
  explicit ColorSpaces(XRef& xref);
  ~ColorSpaces();

  // By a name of the format, an array, or a reference; null for what is no colour space or must not
  // be opened. What is found stays where it is.
  ColorSpace* find(const Object& space);
  ColorSpace& gray() { return *gray_; }
  ColorSpace& rgb() { return *rgb_; }
  ColorSpace& cmyk() { return *cmyk_; }
  ColorSpace& pattern() { return *pattern_; }
  // Some space was not opened because the library would crash on it or drown in it.
  bool was_cut() const { return was_cut_; }

 private:
  ColorSpace* named(std::string_view name);
  ColorSpace* find_direct(const Object& space);
  std::unique_ptr<ColorSpace> load(const Object& space);

  XRef& xref_;
  Vetting vetting_;
  std::unique_ptr<ColorSpace> gray_, rgb_, cmyk_, pattern_;
  std::unordered_map<Ref, ColorSpace*> by_reference_;
  std::unordered_map<std::string, std::unique_ptr<ColorSpace>> by_key_;
  std::unique_ptr<GfxState> state_;
  bool was_cut_ = false;
};

}  // namespace extract
