#include "fix/wording.hpp"

#include "util/format.hpp"
#include "util/text.hpp"

namespace fix {
namespace {

struct Words {
  const char* kind;
  const char* one;
  const char* many;
};

constexpr Words kWords[kKinds - 1] = {
    {"document-information", "entry of document information", "entries of document information"},
    {"xmp", "stream of XMP metadata", "streams of XMP metadata"},
    {"figure-file", "name of a figure's file", "names of figures' files"},
    {"figure-information", "figure's own document information",
     "figures' own document information"},
    {"private-data", "program's private record of its work",
     "programs' private records of their work"},
    {"picture-metadata", "picture's EXIF, XMP, IPTC or comments",
     "pictures' EXIF, XMP, IPTC or comments"},
    {"remark", "drawing with a program's remarks on it",
     "drawings with a program's remarks on them"},
    {"thumbnail", "thumbnail", "thumbnails"},
    {"comment", "comment or mark", "comments or marks"},
    {"attachment", "attached file", "attached files"},
    {"action", "script or action that runs or sends something",
     "scripts or actions that run or send something"},
    {"file-link", "link to a file on a disk", "links to files on a disk"},
    {"signature", "digital signature, which would not hold for the new file",
     "digital signatures, which would not hold for the new file"},
    {"form-data", "copy of a form in another format", "copies of a form in another format"},
    {"layer-author", "note on who made a layer", "notes on who made layers"},
    {"key", "entry that no page needs", "entries that no page needs"},
    {"revision", "older revision", "older revisions"},
    {"unreachable", "object that nothing refers to", "objects that nothing refers to"},
};

constexpr std::size_t kMostNames = 12;
constexpr std::size_t kLongestName = 40;

std::string listed(const std::set<std::string>& names) {
  std::vector<std::string> shown;
  for (const std::string& name : names) {
    if (shown.size() == kMostNames) {
      shown.push_back("...");
      break;
    }
    shown.push_back(util::shortened(util::printable(name), kLongestName));
  }
  return util::join(shown, ", ");
}

}  // namespace

std::vector<Removal> removals(const Counts& counts) {
  std::vector<Removal> all;
  for (std::size_t i = 0; i + 1 < kKinds; ++i) {
    const auto& [count, names] = counts[i];
    if (count == 0) continue;
    const Words& words = kWords[i];
    std::string text = fmt::format("{} {}", count, count == 1 ? words.one : words.many);
    if (!names.empty()) text += ": " + listed(names);
    all.push_back({words.kind, count, std::move(text)});
  }
  return all;
}

}  // namespace fix
