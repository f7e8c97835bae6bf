#include "fix/rewriter/keys.hpp"

#include <algorithm>
#include <span>

namespace fix {
namespace {

using std::string_view;

// ISO 32000-1 tables 28, 31, 30, 95, 89 and 164 to 189, without what points to metadata, files,
// scripts and the dates of editing.
constexpr string_view kCatalog[] = {
    "Type",           "Version",    "Extensions",    "Pages",        "PageLabels",
    "Names",          "Dests",      "PageLayout",    "PageMode",     "Outlines",
    "Threads",        "OpenAction", "URI",           "AcroForm",     "Lang",
    "StructTreeRoot", "MarkInfo",   "OutputIntents", "OCProperties", "ViewerPreferences"};
constexpr string_view kNames[] = {"Dests", "AP", "Pages", "Templates"};
constexpr string_view kFields[] = {"Fields", "NeedAppearances", "DR", "DA", "Q"};
constexpr string_view kPage[] = {
    "Type",          "Parent",        "Resources", "MediaBox", "CropBox", "BleedBox", "TrimBox",
    "ArtBox",        "BoxColorInfo",  "Contents",  "Rotate",   "Group",   "Annots",   "B",
    "StructParents", "UserUnit",      "Tabs",      "Dur",      "Trans",   "VP",       "PZ",
    "PresSteps",     "SeparationInfo"};
constexpr string_view kImage[] = {
    "Type",      "Subtype",     "Length",     "Filter",           "DecodeParms",
    "Width",     "Height",      "ColorSpace", "BitsPerComponent", "Intent",
    "ImageMask", "Mask",        "Decode",     "Interpolate",      "Alternates",
    "SMask",     "SMaskInData", "Name",       "StructParent",     "OC",
    "Matte"};
constexpr string_view kForm[] = {
    "Type",      "Subtype", "Length", "Filter", "DecodeParms",  "FormType",      "BBox",   "Matrix",
    "Resources", "Group",   "Name",   "OC",     "StructParent", "StructParents", "Measure"};
constexpr string_view kLink[] = {
    "Type", "Subtype", "Rect", "F",          "AP",       "AS",        "Border",       "BS",
    "C",    "H",       "A",    "Dest",       "P",        "OC",        "StructParent", "Lang",
    "BM",   "ca",      "CA",   "QuadPoints", "Contents", "FixedPrint"};
constexpr string_view kField[] = {
    "Type", "Subtype", "Rect",   "F",    "AP", "AS",     "Border",       "BS",   "C",
    "H",    "A",       "P",      "OC",   "MK", "Parent", "StructParent", "FT",   "T",
    "TU",   "Ff",      "V",      "DV",   "DA", "Q",      "DS",           "RV",   "Opt",
    "TI",   "I",       "MaxLen", "Kids", "ca", "CA",     "BM",           "Lang", "Contents"};

// Of what is marked in a page's content, 14.6.2 and 14.8.2.2; programs add what they know of a
// figure that they placed there.
constexpr string_view kMarks[] = {"Type", "Subtype", "MCID", "ActualText", "Alt",
                                  "E",    "Lang",    "BBox", "Attached"};

std::span<const string_view> known_keys(Shape shape) {
  switch (shape) {
    case Shape::catalog:
      return kCatalog;
    case Shape::names:
      return kNames;
    case Shape::fields:
      return kFields;
    case Shape::page:
      return kPage;
    case Shape::image:
      return kImage;
    case Shape::form:
      return kForm;
    case Shape::link:
      return kLink;
    case Shape::field:
      return kField;
    case Shape::marks:
      return kMarks;
    default:
      return {};
  }
}

bool holds_actions(const Objects& objects, const Value* value) {
  if (!is_dictionary(value)) return false;
  for (const auto& [key, action] : value->GetDictionary().GetKeys())
    if (is_dictionary(objects.resolve(action)) &&
        !objects.name(*objects.resolve(action), "S").empty())
      return true;
  return false;
}

// What an entry tells by its name. TeX writes where a figure came from into the form that it makes
// of it, with the figure's own document information.
std::optional<Kind> why_told(const Objects& objects, string_view key, const Value* value) {
  if (key == "PTEX.FileName") return Kind::figure_files;
  if (key == "Metadata") return Kind::metadata;
  if (key == "PTEX.InfoDict") return Kind::figure_information;
  if (key.starts_with("PTEX.")) return Kind::keys;
  if (key == "PieceInfo") return Kind::private_data;
  if (key == "Thumb") return Kind::thumbnails;
  if (key == "XFA") return Kind::form_data;
  if (key == "EmbeddedFiles" || key == "AF") return Kind::attachments;
  if (key == "JavaScript") return Kind::actions;
  if (key == "AA" && holds_actions(objects, value)) return Kind::actions;
  return std::nullopt;
}

// Entries by the names above may mean something else in a list of fonts, places or layers.
bool is_told_for_sure(const Objects& objects, string_view key, const Value* value) {
  if (key.starts_with("PTEX.")) return true;
  if (key == "AA") return holds_actions(objects, value);
  if (key == "PieceInfo") return is_dictionary(value) && !has(*value, "Type");
  return key == "AF" && value && value->IsArray() && !value->GetArray().empty() &&
         is_dictionary(objects.resolve(const_cast<Value*>(&value->GetArray()[0])));
}

bool tells_of_author(const Value* value) {
  return is_dictionary(value) && (has(*value, "Author") || has(*value, "Creator") ||
                                  has(*value, "Title") || has(*value, "Producer"));
}

std::optional<Kind> why_dropped_elsewhere(const Objects& objects, Shape shape, string_view key,
                                          const Value* value) {
  if (is_told_for_sure(objects, key, value)) return why_told(objects, key, value);
  // Some programs leave out what says that it is XMP.
  if (key == "Metadata" && is_stream(value) && !has(*value, "Type") && !has(*value, "Subtype"))
    return Kind::metadata;
  if (key == "LastModified" && value && value->IsString()) return Kind::keys;
  if (key == "I" && tells_of_author(value)) return Kind::information;  // of an article
  bool is_person = key == "User" && is_dictionary(value) && has(*value, "Name") &&
                   is_one_of(objects.name(*value, "Type"), {"Ind", "Ttl", "Org"});
  bool is_of_layer = is_person || (key == "CreatorInfo" && is_dictionary(value)) ||
                     (shape == Shape::layers && key == "Creator");
  if (is_of_layer) return Kind::layer_authors;
  return std::nullopt;
}

}  // namespace

Shape shape_of(const Objects& objects, const Value& dictionary) {
  string_view type = objects.name(dictionary, "Type"),
              subtype = objects.name(dictionary, "Subtype");
  if (is_stream(&dictionary)) {
    if (subtype == "Image" && has(dictionary, "Width")) return Shape::image;
    return subtype == "Form" && has(dictionary, "BBox") ? Shape::form : Shape::other;
  }
  if (type == "Page") return Shape::page;
  if (has(dictionary, "Rect") && !subtype.empty())
    return subtype == "Widget" ? Shape::field : Shape::link;
  // The Type of a layers' configuration is nowhere said.
  bool is_layers = has(dictionary, "BaseState") || has(dictionary, "RBGroups") ||
                   (has(dictionary, "Order") && has(dictionary, "ON"));
  return is_layers ? Shape::layers : Shape::other;
}

std::optional<Kind> why_dropped(const Objects& objects, Shape shape, string_view key,
                                const Value* value) {
  auto known = known_keys(shape);
  if (known.empty()) return why_dropped_elsewhere(objects, shape, key, value);
  bool is_known = std::find(known.begin(), known.end(), key) != known.end();
  bool opens_attachments = shape == Shape::catalog && key == "PageMode" && value &&
                           value->IsName() && value->GetName().GetName() == "UseAttachments";
  if (is_known && !opens_attachments) return std::nullopt;
  auto otherwise = shape == Shape::marks ? Kind::figure_information : Kind::keys;
  return why_told(objects, key, value).value_or(otherwise);
}

}  // namespace fix
