#include "extract/plain_image.hpp"

#include <Dict.h>
#include <Stream.h>

#include <algorithm>
#include <array>
#include <string>

#include "extract/streams.hpp"

namespace extract {
namespace {

constexpr std::size_t kMostComponents = 4;
// Few pictures that are not of one colour begin with so much of it.
constexpr std::size_t kBytesAtFirst = 4096;

// What the largest sample stands for: 1 of most spaces, itself of a list of colours. None of spaces
// with ranges of their own.
std::optional<double> largest_in(const Object& space) {
  const Object kind =
      space.isArray() && space.arrayGetLength() > 0 ? space.arrayGet(0) : Object(space.copy());
  for (const char* name :
       {"DeviceGray", "DeviceRGB", "DeviceCMYK", "ICCBased", "CalGray", "CalRGB"})
    if (kind.isName(name)) return 1;
  return kind.isName("Indexed") ? std::optional(255.0) : std::nullopt;
}

bool repeats(const std::string& bytes, std::size_t period) {
  return std::equal(bytes.begin() + static_cast<std::ptrdiff_t>(std::min(period, bytes.size())),
                    bytes.end(), bytes.begin());
}

}  // namespace

std::optional<model::Color> find_plain_color(const Object& stream, const ImageTraits& traits,
                                             ColorSpaces& spaces, std::size_t& left) {
  Dict& dictionary = *stream.streamGetDict();
  if (traits.bits != 8 || dictionary.hasKey("Decode")) return std::nullopt;
  const auto largest = largest_in(dictionary.lookup("ColorSpace"));
  if (!largest) return std::nullopt;
  ColorSpace* space = spaces.find(dictionary.lookupNF("ColorSpace"));
  const auto period = static_cast<std::size_t>(space ? space->components() : 0);
  if (period == 0 || period > kMostComponents) return std::nullopt;
  const double size = 1.0 * traits.columns * traits.rows * static_cast<double>(period);
  if (size > static_cast<double>(std::min(limits::kSamples, left))) return std::nullopt;
  const auto bytes = static_cast<std::size_t>(size);
  std::string samples = decoded_start(stream, std::min(bytes, kBytesAtFirst));
  if (!repeats(samples, period)) return std::nullopt;
  if (bytes > kBytesAtFirst) {
    left -= bytes;
    samples = decoded_start(stream, bytes);
  }
  if (samples.size() != bytes || !repeats(samples, period)) return std::nullopt;
  std::array<double, kMostComponents> color{};
  for (std::size_t i = 0; i < period; ++i)
    color[i] = static_cast<unsigned char>(samples[i]) / 255.0 * *largest;
  return space->srgb({color.data(), period});
}

}  // namespace extract
