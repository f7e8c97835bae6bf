#include "checks/undersized.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "checks/findings.hpp"
#include "util/format.hpp"

namespace checks {
namespace {

constexpr int kFewLetters = 15;
// One entry or caption with a long address or formula is no part set smaller.
constexpr std::size_t kFewLines = 5;

bool opens_letter(unsigned char byte) {
  if (byte < 0x80) return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
  // 0xc2 opens the signs of Latin-1, 0xe2 those of punctuation and mathematics.
  return byte >= 0xc3 && byte != 0xe2;
}

model::Points most_common_size(const Lines& lines) {
  std::map<long, int> letters;
  for (const model::Line* line : lines)
    letters[static_cast<long>(line->size * 100 + 0.5)] += letters_of(line->text);
  auto most = std::max_element(letters.begin(), letters.end(),
                               [](auto& a, auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : static_cast<double>(most->first) / 100;
}

}  // namespace

int letters_of(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), opens_letter));
}

Undersized find_undersized(const Lines& lines, model::Points least, double tolerance) {
  Undersized found;
  double all = 0, small = 0;
  for (const model::Line* line : lines) {
    int letters = letters_of(line->text);
    if (letters < kFewLetters) continue;
    ++found.looked_at;
    all += letters;
    if (line->size >= least * (1 - tolerance)) continue;
    small += letters;
    found.lines.push_back(line);
  }
  found.share = all > 0 ? small / all : 0;
  found.size = most_common_size(found.lines);
  return found;
}

Findings judge_sizes(const Lines& lines, const model::Params& with, const Part& part) {
  const auto& sizes = with.lengths("sizes");
  if (sizes.empty()) return {};
  model::Points least = *std::min_element(sizes.begin(), sizes.end());
  Undersized small = find_undersized(lines, least, with.number("tolerance"));
  std::string allowed = type_sizes(sizes);
  if (small.looked_at == 0)
    return {undecided(fmt::format("The {} have too few letters to measure their size.", part.name),
                      allowed)};
  bool all = small.share > 0.5;
  if (!all && small.lines.size() < kFewLines) return {};
  int number = static_cast<int>(small.lines.size());
  std::string who = all ? fmt::format("The {} are", part.name)
                        : fmt::format("{} of {} lines of the {}, on {}, are", number,
                                      small.looked_at, part.name, page_list(pages_of(small.lines)));
  auto finding =
      failed(fmt::format("{} set in {}; {} is asked.", who, type_size(small.size), allowed),
             fmt::format("{} in {} of {} lines", type_size(small.size), number, small.looked_at),
             allowed, part.fix);
  if (!all || small.looked_at < static_cast<int>(kFewLines))
    finding.confidence = model::Confidence::likely;
  show_at(finding, *small.lines.front());
  return {finding};
}

}  // namespace checks
