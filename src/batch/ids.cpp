#include "batch/ids.hpp"

#include <algorithm>

namespace batch {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The last part of the path, which is cut off from it.
std::string_view take_last(std::string_view& path) {
  auto slash = path.rfind('/');
  auto last = slash == std::string_view::npos ? path : path.substr(slash + 1);
  path = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
  return last;
}

// The folder directly above the last "Submission": CMT's downloads are laid out so.
std::string_view number_above_submission(std::string_view path) {
  while (!path.empty()) {
    if (take_last(path) != "Submission") continue;
    auto above = path;
    auto number = take_last(above);
    if (is_number(number)) return number;
  }
  return {};
}

}  // namespace

bool ends_in(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  name.remove_prefix(name.size() - ending.size());
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(name.begin(), name.end(), ending.begin(),
                    [&](char a, char b) { return lower(a) == b; });
}

std::string id_of(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  auto folders = path;
  auto name = take_last(folders);
  if (auto number = number_above_submission(folders); !number.empty()) return std::string(number);
  auto dot = name.rfind('.');
  auto stem = dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
  // HotCRP's downloads.
  constexpr std::string_view kPaper = "-paper";
  auto mark = stem.rfind(kPaper);
  if (mark != std::string_view::npos && mark > 0 && is_number(stem.substr(mark + kPaper.size())) &&
      ends_in(name, ".pdf"))
    return std::string(stem.substr(mark + kPaper.size()));
  return std::string(stem.empty() ? path : stem);
}

}  // namespace batch
