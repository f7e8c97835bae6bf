// Pictures of pages, for reports and for proving that a rewritten file shows what it showed.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/geometry.hpp"

namespace render {

struct Picture {
  int width = 0, height = 0;
  std::vector<unsigned char> samples;  // red, green, blue; rows from the top, none padded

  bool operator==(const Picture&) const = default;
};

struct Options {
  double dots_per_inch = 100;
  // A page that would have more is drawn with fewer dots to the inch.
  std::size_t most_pixels = 20'000'000;
  // Of the annotations on a page, by their subtypes, those that are drawn; all if left out.
  std::function<bool(const std::string& subtype)> shows;
};

// A PDF that is open for drawing. Throws std::bad_alloc alone. The bytes must outlive it.
class Pages {
 public:
  static std::optional<Pages> open(std::span<const char> pdf);
  ~Pages();
  Pages(Pages&&) noexcept;

  int count() const;
  // As findings on it are measured: as it is shown, in points.
  std::optional<model::Size> size(int page) const;
  // From 1. None where the page cannot be read. Fonts that are not embedded are taken from the
  // system, where this process may open files.
  std::optional<Picture> draw(int page, const Options& options) const;

 private:
  struct Open;
  explicit Pages(std::unique_ptr<Open> open);
  std::unique_ptr<Open> open_;
};

}  // namespace render
