#include "fix/rewriter/gone.hpp"

#include "fix/paths.hpp"

namespace fix {
namespace {

bool is_array(const Value* value) {
  return value && value->IsArray();
}

// Of annotations these belong to the page; all others are a reader's, or play something.
bool is_foreign_annotation(const Objects& objects, const Value& value) {
  if (is_stream(&value) || !is_array(objects.get(value, "Rect"))) return false;
  std::string_view kind = objects.name(value, "Subtype");
  return !kind.empty() &&
         !is_one_of(kind, {"Link", "Widget", "Watermark", "PrinterMark", "TrapNet"});
}

std::optional<Kind> why_action_gone(const Objects& objects, const Value& value) {
  std::string_view kind = objects.name(value, "S");
  if (kind.empty() || !is_one_of(objects.name(value, "Type"), {"", "Action"})) return std::nullopt;
  if (is_one_of(kind, {"JavaScript", "Launch", "SubmitForm", "ImportData", "Movie", "Sound",
                       "Rendition", "RichMediaExecute", "GoTo3DView"}))
    return Kind::actions;
  if (is_one_of(kind, {"GoToR", "GoToE"})) return Kind::file_links;
  const Value* uri = kind == "URI" ? objects.get(value, "URI") : nullptr;
  bool is_text = uri && (uri->IsString() || uri->IsHexString());
  if (is_text && is_path(bytes_of(uri->GetString()))) return Kind::file_links;
  return std::nullopt;
}

bool is_signature(const Objects& objects, const Value& value) {
  return is_one_of(objects.name(value, "Type"), {"Sig", "DocTimeStamp"}) ||
         (has(value, "ByteRange") && has(value, "Contents"));
}

}  // namespace

std::optional<Kind> why_gone(const Objects& objects, const Value* value) {
  if (!is_dictionary(value)) return std::nullopt;
  std::string_view type = objects.name(*value, "Type");
  if (is_stream(value)) {
    if (type == "Metadata" || objects.name(*value, "Subtype") == "XML") return Kind::metadata;
    if (type == "EmbeddedFile") return Kind::attachments;
    return std::nullopt;
  }
  if (type == "Filespec" || has(*value, "EF")) return Kind::attachments;
  if (is_foreign_annotation(objects, *value))
    return objects.name(*value, "Subtype") == "FileAttachment" ? Kind::attachments : Kind::comments;
  // No other dictionary names what made a file.
  if (type.empty() && has(*value, "Producer")) return Kind::figure_information;
  if (is_signature(objects, *value)) return Kind::signatures;
  // What tags an annotation would keep it.
  const Value* tagged = type == "OBJR" ? objects.get(*value, "Obj") : nullptr;
  if (is_dictionary(tagged) && is_foreign_annotation(objects, *tagged)) return Kind::structure;
  return why_action_gone(objects, *value);
}

std::string name_of_gone(const Objects& objects, const Value& value) {
  std::string_view kind = objects.name(value, "S");
  if (kind.empty()) kind = objects.name(value, "Subtype");
  return kind == "XML" ? "" : std::string(kind);
}

}  // namespace fix
