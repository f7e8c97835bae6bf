#include <algorithm>
#include <array>

#include "oracle/difference.hpp"

namespace oracle {
namespace {

// Refused by its first bytes or its size, before any page is looked for.
bool is_refused_unopened(const Difference& difference) {
  const auto& failure = difference.our_document->failure;
  return failure &&
         (failure->kind == model::FailureKind::empty ||
          failure->kind == model::FailureKind::not_pdf ||
          failure->kind == model::FailureKind::too_large) &&
         difference.our_document->pages.empty();
}

bool is_ours_alone(const Difference& difference) {
  return difference.theirs == "none";
}

// Less of the same: what was lost on the page is missing in the count.
bool has_fewer(const Difference& difference) {
  const auto& ours = difference.our_document->fonts;
  const auto& theirs = difference.their_document->fonts;
  if (difference.index >= ours.size()) return false;
  if (difference.index >= theirs.size()) return true;
  return ours[difference.index].name == theirs[difference.index].name &&
         ours[difference.index].glyphs > theirs[difference.index].glyphs;
}

bool is_our_shading(const Difference& difference) {
  return is_ours_alone(difference) && difference.our_ink->kind != model::InkKind::image;
}

bool is_our_image(const Difference& difference) {
  return is_ours_alone(difference) && difference.our_ink->kind == model::InkKind::image;
}

bool lists(const model::Document& document, const model::Font& font) {
  return std::any_of(document.fonts.begin(), document.fonts.end(),
                     [&](const model::Font& each) { return each.name == font.name; });
}

// A glyph, or the list's line, of a font that we did not open, and said so.
bool is_of_refused_font(const Difference& difference) {
  const model::Document& theirs = *difference.their_document;
  const std::size_t font = difference.their_glyph ? difference.their_glyph->font : difference.index;
  return difference.our_document->truncated && difference.ours == "none" &&
         font < theirs.fonts.size() && !lists(*difference.our_document, theirs.fonts[font]);
}

bool is_unknown_here(const Difference& difference) {
  const bool is_glyph = difference.our_glyph != nullptr;
  return (is_glyph ? difference.our_glyph->color : difference.our_ink->color) ==
         model::kUnknownColor;
}

// Of a glyph that we leave out, as its font cannot be opened.
bool is_unread(const Difference& difference) {
  return difference.our_document->truncated && difference.ours == "none";
}

bool has_fewer_unread(const Difference& difference) {
  const auto& ours = difference.our_document->fonts;
  const auto& theirs = difference.their_document->fonts;
  return difference.our_document->truncated && difference.index < ours.size() &&
         difference.index < theirs.size() &&
         ours[difference.index].name == theirs[difference.index].name &&
         ours[difference.index].glyphs < theirs[difference.index].glyphs;
}

// Smaller than theirs, behind text of the render modes that add to the clip.
bool is_clipped_by_text(const Difference& difference) {
  constexpr double kTolerance = 0.5;
  const auto& glyphs = difference.our_page().glyphs;
  return difference.their_ink->box.contains(difference.our_ink->box, kTolerance) &&
         std::any_of(glyphs.begin(), glyphs.end(), [&](const model::Glyph& glyph) {
           return glyph.render_mode >= 4 && glyph.order < difference.our_ink->order;
         });
}

// Holds theirs, or nearly.
bool is_shading_nearby(const Difference& difference) {
  constexpr double kStroke = 5;  // points; the mean width of a line drawn askew is not its widest
  return difference.our_ink->kind == model::InkKind::shading &&
         difference.our_ink->box.contains(difference.their_ink->box, kStroke);
}

bool is_color_of_image(const Difference& difference) {
  return difference.our_ink->kind == model::InkKind::image &&
         difference.their_ink->color == model::kUnknownColor;
}

bool is_off_here_alone(const Difference& difference) {
  return difference.our_glyph->hidden_layer && !difference.their_glyph->hidden_layer;
}

// A difference that is right as it is, and why.
struct Accepted {
  Property property;
  const char* complaint;  // what the library must have said on that page; null for nothing
  bool (*applies)(const Difference&);  // judges by what is painted, never by which file it is
  const char* reason;
};

constexpr const char* kRefused =
    "a file that does not begin as a PDF is refused, though the library would look for one in it";
constexpr const char* kUnderflow =
    "after one Q too many the library paints nothing more; other viewers go on";
constexpr const char* kStray =
    "a stray parenthesis takes the place of an operand in the library; other viewers pass over it";
constexpr const char* kTrap =
    "pages with resources that the library would crash on are not shown to it";

constexpr const char* kFont =
    "a font whose tables unpack without end is not opened; the document is then called cut short";
constexpr const char* kSpace =
    "a colour space that leads to itself has no known colour; the library keeps the one before";

constexpr const char* kUnread =
    "text in a font that cannot be opened is left out, and the document called cut short; the "
    "library shows it in the font before";
constexpr const char* kOperands =
    "where content is no operator, or lacks operands, the library loses what stands behind it";
constexpr const char* kTextClip =
    "text that is made the clip narrows what is painted later; to the library's device it does not";
constexpr const char* kShadingBox =
    "a shading pattern is taken as wide as the path it fills; the library asks for less, or for "
    "the outline of a stroke";

constexpr std::array kAccepted = {
    Accepted{Property::pages, nullptr, is_refused_unopened, kRefused},
    Accepted{Property::fonts, nullptr, is_refused_unopened, kRefused},
    Accepted{
        Property::ink, "Singular matrix in shading pattern fill", is_our_shading,
        "the library leaves out shading patterns in very small units; other viewers paint them"},
    Accepted{Property::ink, "a function that cannot be parsed", is_our_shading,
             "a shading whose function is broken is left out by the library; here it is ink of "
             "unknown colour, as viewers differ"},
    Accepted{Property::ink, "Bad image parameters", is_our_image,
             "an image with impossible bits is left out by the library; here it is an image, "
             "as viewers differ"},
    Accepted{Property::text, "Restoring state when no valid states to pop", is_ours_alone,
             kUnderflow},
    Accepted{Property::fonts, "Restoring state when no valid states to pop", has_fewer, kUnderflow},
    Accepted{Property::text, "Illegal character ')'", is_ours_alone, kStray},
    Accepted{Property::fonts, "Illegal character ')'", has_fewer, kStray},
    Accepted{Property::text, "the library would crash on a resource", is_ours_alone, kTrap},
    Accepted{Property::ink, "the library would crash on a resource", is_ours_alone, kTrap},
    Accepted{Property::fonts, "the library would crash on a resource", has_fewer, kTrap},
    Accepted{Property::text, nullptr, is_of_refused_font, kFont},
    Accepted{Property::fonts, nullptr, is_of_refused_font, kFont},
    Accepted{Property::text, nullptr, is_unread, kUnread},
    Accepted{Property::fonts, nullptr, has_fewer_unread, kUnread},
    Accepted{Property::text, "Too few (", is_ours_alone, kOperands},
    Accepted{Property::fonts, "Too few (", has_fewer, kOperands},
    Accepted{Property::ink, "Too few (", is_ours_alone, kOperands},
    Accepted{Property::ink, "Unknown operator", is_ours_alone, kOperands},
    Accepted{Property::ink_box, nullptr, is_clipped_by_text, kTextClip},
    Accepted{Property::ink_box, nullptr, is_shading_nearby, kShadingBox},
    Accepted{Property::glyph_color, "Loop detected in color space", is_unknown_here, kSpace},
    Accepted{Property::ink_color, "Loop detected in color space", is_unknown_here, kSpace},
    Accepted{Property::ink_rectangle, "Loop detected in color space", is_unknown_here, kSpace},
    Accepted{Property::ink_color, nullptr, is_color_of_image,
             "a picture of one colour has that colour; the library's device does not look into it"},
    Accepted{Property::hidden_layer, nullptr, is_off_here_alone,
             "a layer that is not for viewing is off; the library leaves that to its users"},
};

bool has_heard(const Difference& difference, const char* complaint) {
  const auto& all = difference.complaints;
  return !complaint || std::any_of(all.begin(), all.end(), [&](const std::string& each) {
    return each.starts_with(complaint);
  });
}

bool is_accepted(const Accepted& accepted, const Difference& difference) {
  return accepted.property == difference.property && has_heard(difference, accepted.complaint) &&
         accepted.applies(difference);
}

}  // namespace

int find_reason(const Difference& difference) {
  for (std::size_t i = 0; i < kAccepted.size(); ++i) {
    if (is_accepted(kAccepted[i], difference)) return static_cast<int>(i);
  }
  return -1;
}

std::size_t reason_count() {
  return kAccepted.size();
}

const char* reason_text(std::size_t index) {
  return kAccepted[index].reason;
}

Property reason_property(std::size_t index) {
  return kAccepted[index].property;
}

}  // namespace oracle
