// Addresses that are places on somebody's disk.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>

namespace fix {

// "file:///home/...", "C:\...", "/Users/..."
inline bool is_path(const std::string& uri) {
  std::string start = uri.substr(0, 5);
  std::transform(start.begin(), start.end(), start.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  bool has_drive = start.size() > 2 && std::isalpha(static_cast<unsigned char>(start[0])) &&
                   start[1] == ':' && (start[2] == '\\' || start[2] == '/');
  return start == "file:" || has_drive || start.starts_with("/") || start.starts_with("\\\\");
}

// Whether a link that was cut may have led there: the names of files have no scheme.
inline bool leads_to_file(const std::string& uri) {
  return is_path(uri) || uri.find(':') == std::string::npos;
}

}  // namespace fix
