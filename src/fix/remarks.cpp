#include "fix/remarks.hpp"

#include <algorithm>
#include <cstddef>

namespace fix {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

// Behind the bracket that closes the string which opens at `at`.
std::size_t end_of_string(std::string_view content, std::size_t at) {
  int depth = 0;
  for (; at < content.size(); ++at) {
    if (content[at] == '\\')
      ++at;
    else if (content[at] == '(')
      ++depth;
    else if (content[at] == ')' && --depth == 0)
      return at + 1;
  }
  return content.size();
}

bool begins_image(std::string_view content, std::size_t at) {
  return at > 0 && is_space(content[at - 1]) && content.substr(at, 2) == "ID" &&
         at + 2 < content.size() && is_space(content[at + 2]);
}

}  // namespace

std::string without_remarks(std::string_view content) {
  std::string out;
  for (std::size_t at = 0; at < content.size();) {
    std::size_t end = at + 1;
    if (begins_image(content, at)) return out.append(content.substr(at));
    if (content[at] == '(') end = end_of_string(content, at);
    if (content[at] == '%') {
      at = std::min(content.find_first_of("\r\n", at), content.size());
      continue;
    }
    out.append(content.substr(at, end - at));
    at = end;
  }
  return out;
}

}  // namespace fix
