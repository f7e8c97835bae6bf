#include "oracle/compare.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "oracle/alignment.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace oracle {
namespace {

constexpr double kBaseline = 0.05;  // points
constexpr double kBox = 0.5;        // points
constexpr double kSamePlace = 2;    // points; two marks farther apart are not the same one
constexpr double kSize = 0.01;      // of the size
constexpr int kChannel = 6;         // of 255
constexpr int kScale = 1;           // of a thousand
constexpr int kOpacity = 2;         // of 255
constexpr double kRelative = 1e-6;  // a float holds no more of a far coordinate
constexpr std::array<const char*, kProperties> kNames = {
    "pages",        "page box",      "links",         "annotations", "fonts",       "font scale",
    "text",         "baseline",      "size",          "glyph box",   "glyph scale", "turn",
    "font",         "glyph colour",  "glyph opacity", "render mode", "clipped",     "off page",
    "hidden layer", "glyph in form", "ink",           "ink box",     "ink upright", "ink colour",
    "ink opacity",  "ink in form",   "images",        "order"};

// Also where one is no number.
bool are_apart(double a, double b, double tolerance) {
  return !(std::fabs(a - b) <= tolerance + kRelative * std::fabs(b)) && a != b;
}

bool are_apart(const model::Box& a, const model::Box& b, double tolerance) {
  return are_apart(a.left, b.left, tolerance) || are_apart(a.top, b.top, tolerance) ||
         are_apart(a.right, b.right, tolerance) || are_apart(a.bottom, b.bottom, tolerance);
}

bool are_apart(model::Color a, model::Color b) {
  if (a == model::kUnknownColor || b == model::kUnknownColor) return a != b;
  for (const int shift : {0, 8, 16}) {
    if (std::abs(static_cast<int>(a >> shift & 255) - static_cast<int>(b >> shift & 255)) >
        kChannel) {
      return true;
    }
  }
  return false;
}

model::Box box_of(const model::Glyph& glyph) {
  return {glyph.left, glyph.top, glyph.right, glyph.bottom};
}

std::string show(const model::Box& box) {
  return fmt::format("[{:.2f} {:.2f} {:.2f} {:.2f}]", box.left, box.top, box.right, box.bottom);
}

std::string show(model::Color color) {
  return color == model::kUnknownColor ? "unknown" : fmt::format("#{:06x}", color);
}

std::u32string_view text_of(const model::Page& page, const model::Glyph& glyph) {
  return std::u32string_view(page.text).substr(glyph.text, glyph.text_length);
}

std::string show(const model::Page& page, const model::Glyph& glyph) {
  return fmt::format("\"{}\" at {:.2f} {:.2f} size {:.2f}",
                     util::printable(util::to_utf8(text_of(page, glyph))), glyph.x, glyph.baseline,
                     glyph.size);
}

std::string show(const model::Ink& ink) {
  constexpr std::array<const char*, 4> kKinds = {"fill", "stroke", "image", "shading"};
  return fmt::format("{} {} {}", kKinds[static_cast<std::size_t>(ink.kind)], show(ink.box),
                     show(ink.color));
}

const model::Font& font_of(const model::Document& document, const model::Glyph& glyph) {
  static const model::Font kNone;
  return glyph.font < document.fonts.size() ? document.fonts[glyph.font] : kNone;
}

bool are_same(const model::Font& a, const model::Font& b) {
  return a.name == b.name && a.type == b.type && a.embedded == b.embedded && a.subset == b.subset &&
         a.to_unicode == b.to_unicode;
}

std::string show(const model::Font& font) {
  return fmt::format("{} ({}{}{}{})", util::printable(font.name), font.type,
                     font.embedded ? ", embedded" : "", font.subset ? ", subset" : "",
                     font.to_unicode ? ", to Unicode" : "");
}

class PageComparison {
 public:
  PageComparison(const model::Document& ours, const model::Document& theirs, int number,
                 const Report& report)
      : our_document_(ours),
        their_document_(theirs),
        ours_(ours.pages[static_cast<std::size_t>(number - 1)]),
        theirs_(theirs.pages[static_cast<std::size_t>(number - 1)]),
        report_(report) {
    at_.page = number;
    at_.our_document = &ours;
    at_.their_document = &theirs;
  }

  void run() {
    compare_frames();
    compare_inks();
    compare_images();
    compare_glyphs();
  }

 private:
  void differ(Property property, std::string ours, std::string theirs) {
    at_.property = property;
    at_.ours = std::move(ours);
    at_.theirs = std::move(theirs);
    report_(at_);
  }
  template <class Value>
  void expect_same(Property property, const Value& ours, const Value& theirs) {
    if (ours != theirs) differ(property, fmt::format("{}", ours), fmt::format("{}", theirs));
  }
  void expect_near(Property property, const model::Box& ours, const model::Box& theirs,
                   double tolerance) {
    if (are_apart(ours, theirs, tolerance)) differ(property, show(ours), show(theirs));
  }

  void compare_frames();
  void compare_annotations();
  void compare_glyphs();
  void compare_glyph(const model::Glyph& ours, const model::Glyph& theirs);
  void compare_inks();
  void compare_ink(const model::Ink& ours, const model::Ink& theirs);
  void compare_images();
  void compare_image(const model::Image& ours, const model::Image& theirs);
  // How many of the inks that both sides have were painted before.
  std::size_t inks_below(const model::Glyph& glyph, bool is_ours) const;

  const model::Document& our_document_;
  const model::Document& their_document_;
  const model::Page& ours_;
  const model::Page& theirs_;
  const Report& report_;
  Difference at_;
  std::vector<std::uint32_t> our_ink_orders_, their_ink_orders_;
};

void PageComparison::compare_frames() {
  const model::Box our_size{0, 0, ours_.size.width, ours_.size.height};
  const model::Box their_size{0, 0, theirs_.size.width, theirs_.size.height};
  expect_near(Property::page_box, our_size, their_size, kBaseline);
  expect_near(Property::page_box, ours_.media_box, theirs_.media_box, kBaseline);
  expect_near(Property::page_box, ours_.crop_box, theirs_.crop_box, kBaseline);
  expect_same(Property::page_box, ours_.rotation, theirs_.rotation);
  compare_annotations();
}

void PageComparison::compare_annotations() {
  expect_same(Property::links, ours_.links.size(), theirs_.links.size());
  for (std::size_t i = 0; i < std::min(ours_.links.size(), theirs_.links.size()); ++i) {
    const model::Link &our = ours_.links[i], &their = theirs_.links[i];
    expect_near(Property::links, our.box, their.box, kBaseline);
    expect_same(Property::links, our.uri + our.destination, their.uri + their.destination);
  }
  expect_same(Property::annotations, ours_.annotations.size(), theirs_.annotations.size());
  for (std::size_t i = 0; i < std::min(ours_.annotations.size(), theirs_.annotations.size()); ++i) {
    expect_near(Property::annotations, ours_.annotations[i].box, theirs_.annotations[i].box,
                kBaseline);
    expect_same(Property::annotations, ours_.annotations[i].type, theirs_.annotations[i].type);
  }
}

void PageComparison::compare_glyphs() {
  const auto are_same = [&](std::size_t i, std::size_t j) {
    const model::Glyph &our = ours_.glyphs[i], &their = theirs_.glyphs[j];
    if (text_of(ours_, our) == text_of(theirs_, their)) {
      return ours_.glyphs.size() == theirs_.glyphs.size() ||
             (!are_apart(our.x, their.x, kSamePlace) &&
              !are_apart(our.baseline, their.baseline, kSamePlace));
    }
    // Another text at the very same place: one glyph, read differently.
    return !are_apart(our.x, their.x, kBaseline) &&
           !are_apart(our.baseline, their.baseline, kBaseline) && our.order == their.order;
  };
  for (const Pair& pair : align(ours_.glyphs.size(), theirs_.glyphs.size(), 3, are_same)) {
    at_.index = pair.ours.value_or(pair.theirs.value_or(0));
    at_.our_glyph = pair.ours ? &ours_.glyphs[*pair.ours] : nullptr;
    at_.their_glyph = pair.theirs ? &theirs_.glyphs[*pair.theirs] : nullptr;
    if (pair.ours && pair.theirs) {
      compare_glyph(*at_.our_glyph, *at_.their_glyph);
    } else {
      differ(Property::text, pair.ours ? show(ours_, *at_.our_glyph) : "none",
             pair.theirs ? show(theirs_, *at_.their_glyph) : "none");
    }
  }
  at_.our_glyph = at_.their_glyph = nullptr;
}

void PageComparison::compare_glyph(const model::Glyph& ours, const model::Glyph& theirs) {
  if (text_of(ours_, ours) != text_of(theirs_, theirs)) {
    differ(Property::text, show(ours_, ours), show(theirs_, theirs));
  }
  if (are_apart(ours.x, theirs.x, kBaseline) ||
      are_apart(ours.baseline, theirs.baseline, kBaseline)) {
    differ(Property::baseline, show(ours_, ours), show(theirs_, theirs));
  }
  if (are_apart(ours.size, theirs.size, kSize * std::fabs(theirs.size))) {
    differ(Property::size, show(ours_, ours), show(theirs_, theirs));
  }
  expect_near(Property::glyph_box, box_of(ours), box_of(theirs), kBox);
  if (std::abs(ours.scale - theirs.scale) > kScale) {
    differ(Property::glyph_scale, fmt::format("{}", ours.scale), fmt::format("{}", theirs.scale));
  }
  expect_same(Property::turn, static_cast<int>(ours.turn), static_cast<int>(theirs.turn));
  const model::Font& our_font = font_of(our_document_, ours);
  const model::Font& their_font = font_of(their_document_, theirs);
  if (!are_same(our_font, their_font)) differ(Property::font, show(our_font), show(their_font));
  if (are_apart(ours.color, theirs.color)) {
    differ(Property::glyph_color, show(ours.color), show(theirs.color));
  }
  if (std::abs(ours.opacity - theirs.opacity) > kOpacity) {
    differ(Property::glyph_opacity, fmt::format("{}", ours.opacity),
           fmt::format("{}", theirs.opacity));
  }
  expect_same(Property::render_mode, ours.render_mode, theirs.render_mode);
  expect_same(Property::clipped, ours.clipped, theirs.clipped);
  expect_same(Property::off_page, ours.off_page, theirs.off_page);
  expect_same(Property::hidden_layer, ours.hidden_layer, theirs.hidden_layer);
  expect_same(Property::glyph_in_form, ours.in_form, theirs.in_form);
  expect_same(Property::order, inks_below(ours, true), inks_below(theirs, false));
}

std::size_t PageComparison::inks_below(const model::Glyph& glyph, bool is_ours) const {
  const auto& orders = is_ours ? our_ink_orders_ : their_ink_orders_;
  return static_cast<std::size_t>(std::lower_bound(orders.begin(), orders.end(), glyph.order) -
                                  orders.begin());
}

void PageComparison::compare_inks() {
  // The library's device is not told what the procedures of Type 3 glyphs paint.
  std::vector<const model::Ink*> inks;
  for (const model::Ink& ink : ours_.inks) {
    if (ink.kind != model::InkKind::glyph) inks.push_back(&ink);
  }
  const bool are_as_many = inks.size() == theirs_.inks.size();
  const auto are_same = [&](std::size_t i, std::size_t j) {
    const model::Ink &our = *inks[i], &their = theirs_.inks[j];
    return our.kind == their.kind && (are_as_many || !are_apart(our.box, their.box, kSamePlace));
  };
  for (const Pair& pair : align(inks.size(), theirs_.inks.size(), 1, are_same)) {
    at_.index = pair.ours.value_or(pair.theirs.value_or(0));
    at_.our_ink = pair.ours ? inks[*pair.ours] : nullptr;
    at_.their_ink = pair.theirs ? &theirs_.inks[*pair.theirs] : nullptr;
    if (pair.ours && pair.theirs) {
      our_ink_orders_.push_back(at_.our_ink->order);
      their_ink_orders_.push_back(at_.their_ink->order);
      compare_ink(*at_.our_ink, *at_.their_ink);
    } else {
      differ(Property::ink, pair.ours ? show(*at_.our_ink) : "none",
             pair.theirs ? show(*at_.their_ink) : "none");
    }
  }
  at_.our_ink = at_.their_ink = nullptr;
}

void PageComparison::compare_ink(const model::Ink& ours, const model::Ink& theirs) {
  expect_near(Property::ink_box, ours.box, theirs.box, kBox);
  expect_same(Property::ink_rectangle, ours.is_rectangle, theirs.is_rectangle);
  if (are_apart(ours.color, theirs.color)) {
    differ(Property::ink_color, show(ours.color), show(theirs.color));
  }
  if (std::abs(ours.opacity - theirs.opacity) > kOpacity) {
    differ(Property::ink_opacity, fmt::format("{}", ours.opacity),
           fmt::format("{}", theirs.opacity));
  }
  expect_same(Property::ink_in_form, ours.in_form, theirs.in_form);
}

// Images that one side lacks are inks that it lacks.
void PageComparison::compare_images() {
  const auto& our = ours_.images;
  const auto& their = theirs_.images;
  const auto are_same = [&](std::size_t i, std::size_t j) {
    return our.size() == their.size() || !are_apart(our[i].box, their[j].box, kSamePlace);
  };
  for (const Pair& pair : align(our.size(), their.size(), 1, are_same)) {
    at_.index = pair.ours.value_or(pair.theirs.value_or(0));
    if (pair.ours && pair.theirs) compare_image(our[*pair.ours], their[*pair.theirs]);
  }
}

void PageComparison::compare_image(const model::Image& ours, const model::Image& theirs) {
  const model::Box our_sides{0, 0, ours.width, ours.height};
  const model::Box their_sides{0, 0, theirs.width, theirs.height};
  expect_near(Property::images, our_sides, their_sides, kBox);
  expect_near(Property::images, ours.box, theirs.box, kBox);
  expect_same(Property::images, ours.columns, theirs.columns);
  expect_same(Property::images, ours.rows, theirs.rows);
  if (ours.bits != 0) expect_same(Property::images, ours.bits, theirs.bits);
  expect_same(Property::images, ours.is_stencil, theirs.is_stencil);
  expect_same(Property::images, ours.in_form, theirs.in_form);
}

std::string show_count(const model::Document& document) {
  if (document.failure) return "none: " + document.failure->message;
  return fmt::format("{}", document.pages.size());
}

void compare_fonts(const model::Document& ours, const model::Document& theirs,
                   const Report& report) {
  const auto show_all = [](const model::Document& document) {
    std::vector<std::string> lines;
    for (const model::Font& font : document.fonts) {
      lines.push_back(fmt::format("{} {}/{}", show(font), font.glyphs, font.glyphs_in_form));
    }
    return lines;
  };
  const auto our = show_all(ours), their = show_all(theirs);
  for (std::size_t i = 0; i < std::max(our.size(), their.size()); ++i) {
    Difference difference{Property::fonts, 0, i, i < our.size() ? our[i] : "none",
                          i < their.size() ? their[i] : "none"};
    difference.our_document = &ours;
    difference.their_document = &theirs;
    if (difference.ours != difference.theirs) report(difference);
  }
  for (std::size_t i = 0; i < std::min(ours.fonts.size(), theirs.fonts.size()); ++i) {
    const int our_scale = ours.fonts[i].scale, their_scale = theirs.fonts[i].scale;
    // Only where both sides looked into the program.
    if (our_scale == 0 || their_scale == 0 || std::abs(our_scale - their_scale) <= kScale) continue;
    Difference difference{Property::font_scale, 0, i, fmt::format("{}", our_scale),
                          fmt::format("{}", their_scale)};
    difference.our_document = &ours;
    difference.their_document = &theirs;
    report(difference);
  }
}

}  // namespace

const char* name_of(Property property) {
  return kNames[static_cast<std::size_t>(property)];
}

void compare(const model::Document& ours, const model::Document& theirs, const Report& report) {
  if (ours.pages.size() != theirs.pages.size()) {
    Difference difference{Property::pages, 0, 0, show_count(ours), show_count(theirs)};
    difference.our_document = &ours;
    difference.their_document = &theirs;
    report(difference);
  }
  const std::size_t pages = std::min(ours.pages.size(), theirs.pages.size());
  for (std::size_t i = 0; i < pages; ++i) {
    PageComparison(ours, theirs, static_cast<int>(i + 1), report).run();
  }
  compare_fonts(ours, theirs, report);
}

}  // namespace oracle
