#include "util/private_path.hpp"

#include <algorithm>
#include <array>

#include "util/text.hpp"

namespace util {

std::optional<std::string> private_path(std::string_view text) {
  // Of Linux, of macOS and Windows, and of Windows before 2007.
  constexpr std::array<std::string_view, 3> kRoots = {"/home/", "/users/",
                                                      "/documents and settings/"};
  std::string path = fold(text);
  std::replace(path.begin(), path.end(), '\\', '/');
  auto begin = std::string::npos;
  std::size_t root = 0;
  for (std::string_view each : kRoots) {
    const auto found = path.find(each);
    if (found >= begin) continue;
    begin = found;
    root = each.size();
  }
  if (begin == std::string::npos) return std::nullopt;
  path.erase(0, begin);
  const auto end_of_user = path.find('/', root);
  const bool is_private =
      end_of_user != std::string::npos && end_of_user > root && end_of_user + 1 < path.size();
  return is_private ? std::optional(path) : std::nullopt;
}

}  // namespace util
