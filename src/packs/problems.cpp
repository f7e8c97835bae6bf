#include "packs/problems.hpp"

#include "util/format.hpp"
#include "util/text.hpp"

namespace packs {

void Problems::add(const Place& place, std::string_view message) {
  if (!is_full()) found_.emplace(place, util::printable(message));
}

std::vector<util::Error> Problems::listed(std::span<const std::string> files) const {
  std::vector<util::Error> errors;
  for (const auto& [place, message] : found_) {
    std::string file = util::printable(files[static_cast<std::size_t>(place.file)]);
    if (place.line == 0)
      errors.push_back({fmt::format("{}: {}", file, message)});
    else
      errors.push_back({fmt::format("{}:{}:{}: {}", file, place.line, place.column, message)});
  }
  return errors;
}

util::Error first_of(std::span<const util::Error> mistakes) {
  const std::string& first = mistakes.front().message;
  if (mistakes.size() == 1) return {first};
  return {fmt::format("{} (and {} more mistake{})", first, mistakes.size() - 1,
                      mistakes.size() == 2 ? "" : "s")};
}

std::string suggest(std::string_view word, std::span<const std::string> candidates) {
  constexpr std::size_t kLongest = 200;  // longer is no typing error, and costs time to compare
  if (word.size() > kLongest) return "";
  auto nearest = util::nearest(word, candidates);
  return nearest ? fmt::format("; did you mean \"{}\"?", util::printable(*nearest)) : "";
}

std::string in_quotes(std::string_view word) {
  return fmt::format("\"{}\"", util::shortened(util::printable(word), 60));
}

}  // namespace packs
