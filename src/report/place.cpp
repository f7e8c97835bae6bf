#include "report/place.hpp"

#include <filesystem>

#include "util/format.hpp"
#include "util/text.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;

// By the names alone: stored results may be of files that are no longer there.
std::string placed(const std::string& path, const Style& style) {
  fs::path given = fs::path(path).lexically_normal();
  if (style.root.empty()) return given.generic_string();
  fs::path whole = (fs::path(style.started_in) / given).lexically_normal();
  fs::path below = whole.lexically_relative(style.root);
  bool is_below = !below.empty() && *below.begin() != ".." && below != ".";
  return (is_below ? below : given).generic_string();
}

bool stays(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~' || c == '/';
}

}  // namespace

Place place_of(const model::Result& result, const Style& style) {
  // Records hold UTF-8: a report from them reads the same.
  const std::string& path = result.file.path;
  return {placed(util::is_utf8(path) ? path : util::to_utf8(util::to_utf32(path)), style), 1};
}

Place place_of(const model::Result& result, const model::Finding& finding, const Style& style) {
  if (!finding.source) return place_of(result, style);
  // Its file is named from the folder of the paper, where it lies below that.
  fs::path file = fs::path(result.file.path).parent_path() / finding.source->file;
  return {placed(file.string(), style), finding.source->line};
}

std::string uri_of(std::string_view path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (char c : path)
    out += stays(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

}  // namespace report
