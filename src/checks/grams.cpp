#include "checks/grams.hpp"

namespace checks {
namespace {

constexpr std::size_t kRun = 5;  // letters, or bytes of them
constexpr std::uint64_t kMask = (std::uint64_t{1} << (8 * kRun)) - 1;

std::uint64_t next(std::uint64_t run, char letter) {
  return ((run << 8) | static_cast<unsigned char>(letter)) & kMask;
}

}  // namespace

// Multiplied by the golden ratio, as Knuth hashes.
std::size_t Grams::place_of(std::uint64_t run) {
  return (run * 0x9e3779b97f4a7c15) >> (64 - kBits);
}

void Grams::add(std::string_view letters) {
  std::uint64_t run = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    run = next(run, letters[i]);
    if (i + 1 >= kRun) has_[place_of(run)] = true;
  }
}

bool Grams::may_have(std::string_view letters) const {
  std::uint64_t run = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    run = next(run, letters[i]);
    if (i + 1 >= kRun && !has_[place_of(run)]) return false;
  }
  return true;
}

}  // namespace checks
