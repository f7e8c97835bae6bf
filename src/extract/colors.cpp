#include "extract/colors.hpp"

#include <Page.h>

#include <algorithm>
#include <array>
#include <climits>

#include "extract/objects.hpp"

namespace extract {
namespace {

// As the library does on the machines it is made for: what no int holds becomes the least one.
GfxColorComp to_library(double value) {
  const double scaled = value * gfxColorComp1;
  return scaled > INT_MIN && scaled < INT_MAX ? static_cast<GfxColorComp>(scaled) : INT_MIN;
}

GfxColor to_library(std::span<const double> components) {
  GfxColor out = {};
  const std::size_t count = std::min<std::size_t>(components.size(), gfxColorMaxComps);
  for (std::size_t i = 0; i < count; ++i) out.c[i] = to_library(components[i]);
  return out;
}

model::Color to_srgb(const GfxRGB& rgb) {
  return static_cast<model::Color>(colToByte(rgb.r) << 16 | colToByte(rgb.g) << 8 |
                                   colToByte(rgb.b));
}

template <class Space>
class Device final : public ColorSpace {
 public:
  int components() const override { return space_.getNComps(); }
  model::Color initial() override {
    GfxColor color;
    space_.getDefaultColor(&color);
    return convert(color);
  }
  model::Color srgb(std::span<const double> components) override {
    return convert(to_library(components));
  }

 private:
  model::Color convert(const GfxColor& color) const {
    GfxRGB rgb;
    space_.getRGB(&color, &rgb);
    return to_srgb(rgb);
  }
  Space space_;
};

class Pattern final : public ColorSpace {
 public:
  int components() const override { return 0; }
  bool is_pattern() const override { return true; }
  model::Color initial() override { return model::kUnknownColor; }
  model::Color srgb(std::span<const double>) override { return model::kUnknownColor; }
};

// One that the library converts. Papers alternate between few colours, which are kept.
class Converted final : public ColorSpace {
 public:
  explicit Converted(std::unique_ptr<GfxColorSpace> space) : space_(std::move(space)) {}

  int components() const override { return space_->getNComps(); }
  model::Color initial() override {
    GfxColor color = {};
    space_->getDefaultColor(&color);
    return convert(color);
  }
  model::Color srgb(std::span<const double> components) override {
    const auto count = static_cast<std::size_t>(space_->getNComps());
    return convert(to_library(components.first(std::min(components.size(), count))));
  }

 private:
  struct Entry {
    GfxColor color = {};
    model::Color srgb = model::kUnknownColor;
    bool is_set = false;
  };
  model::Color convert(const GfxColor& color) {
    const auto count = static_cast<std::size_t>(space_->getNComps());
    for (const Entry& each : kept_) {
      if (each.is_set && std::equal(color.c, color.c + count, each.color.c)) return each.srgb;
    }
    GfxRGB rgb;
    space_->getRGB(&color, &rgb);
    Entry& oldest = kept_[next_++ % kept_.size()];
    oldest = {color, to_srgb(rgb), true};
    return oldest.srgb;
  }

  std::unique_ptr<GfxColorSpace> space_;
  std::array<Entry, 4> kept_;
  std::size_t next_ = 0;
};

}  // namespace

ColorSpaces::ColorSpaces(XRef& xref)
    : xref_(xref),
      vetting_(xref),
      gray_(std::make_unique<Device<GfxDeviceGrayColorSpace>>()),
      rgb_(std::make_unique<Device<GfxDeviceRGBColorSpace>>()),
      cmyk_(std::make_unique<Device<GfxDeviceCMYKColorSpace>>()),
      pattern_(std::make_unique<Pattern>()) {}

ColorSpaces::~ColorSpaces() = default;

ColorSpace* ColorSpaces::find(const Object& space) {
  if (space.isName()) return named(space.getName());
  if (space.isRef()) {
    const auto [known, is_new] = by_reference_.try_emplace(space.getRef());
    if (is_new) known->second = find_direct(space.fetch(&xref_));
    return known->second;
  }
  return find_direct(space);
}

ColorSpace* ColorSpaces::find_direct(const Object& space) {
  if (space.isName()) return named(space.getName());
  const auto [known, is_new] = by_key_.try_emplace(key_of(space));
  if (is_new) known->second = load(space);
  return known->second.get();
}

ColorSpace* ColorSpaces::named(std::string_view name) {
  if (name == "DeviceGray" || name == "G") return gray_.get();
  if (name == "DeviceRGB" || name == "RGB") return rgb_.get();
  if (name == "DeviceCMYK" || name == "CMYK") return cmyk_.get();
  return name == "Pattern" ? pattern_.get() : nullptr;
}

std::unique_ptr<ColorSpace> ColorSpaces::load(const Object& space) {
  if (!vetting_.accepts(space)) {
    was_cut_ = true;
    return nullptr;
  }
  if (!state_) {
    const PDFRectangle box(0, 0, 1, 1);
    state_ = std::make_unique<GfxState>(72, 72, &box, 0, false);
  }
  Object copy = space.copy();
  std::unique_ptr<GfxColorSpace> parsed(
      GfxColorSpace::parse(nullptr, &copy, nullptr, state_.get()));
  if (!parsed) return nullptr;
  if (parsed->getMode() == csPattern) return std::make_unique<Pattern>();
  return std::make_unique<Converted>(std::move(parsed));
}

}  // namespace extract
