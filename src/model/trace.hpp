// What a file carries beside its pages: words, attachments and actions that no reader of them sees.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace model {

// Where words stand that no page shows.
enum class TraceKind : std::uint8_t {
  info,          // the document's Info dictionary
  xmp,           // its XMP packet
  figure_file,   // the path under which TeX found a figure
  figure_info,   // the Info dictionary of a figure's own file
  figure_xmp,    // the XMP packet of a figure or a page
  private_data,  // what a drawing program keeps for itself
  image,         // inside a JPEG: Exif, IPTC, XMP and comments
  annotation,
  attachment,  // name, description and text of an embedded file
  outline,
  page_label,
  layer,
  form_field,
  structure,  // the tree of a tagged file: Alt, ActualText, E and T
  link,
  destination,
  revision,  // what an older state of the file said and this one does not
};

struct Trace {
  TraceKind kind = TraceKind::info;
  std::string place;  // the figure's file, the attachment's name, the revision's number, or nothing
  int page = 0;       // the first that uses it; 0 for the whole document
  std::string key;    // "Author", "dc:creator", "Exif Artist"
  std::string text;   // cut where it is very long
};

struct Attachment {
  std::string name;
  int page = 0;  // of its annotation; 0 for the whole document
  std::optional<std::uint64_t> bytes;
  bool is_text = false;  // its beginning is among the traces
};

// Something that a viewer does by itself or at a click, other than going somewhere in the document
// or following a link to the web.
struct Action {
  std::string kind;     // as PDF names it: "JavaScript", "Launch", "SubmitForm"
  std::string trigger;  // "open", "document", "page", "link", "field", "outline"
  int page = 0;         // 0 for the whole document
  std::string text;     // the script, file or address
};

// An older state that is still in the file, behind which changes were appended.
struct Revision {
  std::uint64_t bytes = 0;  // from the file's beginning
  bool is_read = false;
  int changed = 0;                 // objects that the present state has otherwise
  std::vector<int> changed_pages;  // of it, whose content is other
};

}  // namespace model
