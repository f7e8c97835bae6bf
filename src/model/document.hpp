// A PDF as plain values: what its pages paint and what it says about itself, before any measuring.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/page.hpp"
#include "model/trace.hpp"

namespace model {

struct Font {
  std::string name;  // without the subset prefix
  std::string type;  // "Type 1", "Type 1C", "TrueType", "Type 3", "CID Type 0C"... as pdffonts says
  bool embedded = false;
  bool subset = false;
  bool to_unicode = false;
  int glyphs = 0;          // painted with it in the whole document
  int glyphs_in_form = 0;  // of these, inside form XObjects
  // Glyph::scale that the program's own FontMatrix adds: 1000 but where somebody squeezed the font
  // itself. 0 where it was not looked for: Type 3 fonts, fonts by CIDs, those that are not
  // embedded.
  int scale = 0;
  // Letters that are copied as others than the names of their glyphs say: as which, and which they
  // are.
  std::vector<std::pair<std::string, std::string>> misread = {};
};

struct Destination {
  std::string name;  // hyperref's "section.1", "cite.x", "appendix.A"
  int page = 0;      // from 1; 0 where it leads nowhere
  Points y = 0;
};

struct OutlineEntry {
  std::string title;
  int level = 0;  // from 1
  int page = 0;   // 0 where it leads nowhere
  Points y = 0;
};

enum class FailureKind { empty, not_pdf, damaged, encrypted, too_large, too_many_pages };

// Why a file could not be read at all.
struct Failure {
  FailureKind kind = FailureKind::damaged;
  std::string message;  // one sentence with stage and place
};

struct Document {
  std::optional<Failure> failure;      // set: nothing below but what was found before it
  std::optional<std::uint64_t> bytes;  // of the file
  std::string pdf_version;
  bool encrypted = false;  // also where it opens without a password
  bool truncated = false;  // a limit cut something short
  bool repaired = false;   // the cross-reference table had to be rebuilt
  int complaints = 0;      // things in the file that are not as the format has them
  std::vector<std::pair<std::string, std::string>> info;  // the Info dictionary, UTF-8
  std::string xmp;                                        // the document's XMP packet
  std::vector<std::string> trailer_ids;   // the two of the trailer's ID, in hexadecimal
  std::vector<std::string> figure_files;  // names under which TeX found the figures it put in
  int pages_in_file = 0;                  // 0: as many as are in `pages`
  std::vector<Page> pages;
  std::vector<Font> fonts;
  std::vector<Destination> destinations;
  std::vector<OutlineEntry> outline;
  // Words that stand in none of the fields above: all but those of info, xmp, figure_file, outline,
  // annotation, link and destination.
  std::vector<Trace> traces;
  bool traces_truncated = false;  // there are more of these and of what follows
  std::vector<Attachment> attachments;
  std::vector<Action> actions;
  std::vector<Revision> revisions;  // without the present one, the oldest first
};

}  // namespace model
