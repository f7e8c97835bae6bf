#include "fix/rewriter/sheets.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace fix {
namespace {

constexpr std::size_t kMostSheets = 5'000;
constexpr int kDeepest = 50;
constexpr int kFullTurn = 360;

using Corners = std::array<double, 4>;

std::optional<double> number_of(const Value* value) {
  if (value && value->IsNumber()) return static_cast<double>(value->GetNumber());
  if (value && value->IsReal()) return value->GetReal();
  return std::nullopt;
}

// What pages inherit from the nodes above them.
struct Inherited {
  std::optional<Corners> media, crop;
  int turn = 0;
};

class Walk {
 public:
  explicit Walk(const Objects& objects) : objects_(objects) {}

  std::vector<Sheet> run() {
    if (Value* root = objects_.root())
      if (Value* pages = objects_.get(*root, "Pages")) visit(*pages, {}, 0);
    return std::move(sheets_);
  }

 private:
  std::optional<Corners> corners(const Value& node, const char* key) const {
    Value* array = objects_.get(node, key);
    if (!array || !array->IsArray() || array->GetArray().size() != 4) return std::nullopt;
    Corners corners;
    for (std::size_t i = 0; i < corners.size(); ++i) {
      auto number = number_of(objects_.resolve(&array->GetArray()[i]));
      if (!number) return std::nullopt;
      corners[i] = *number;
    }
    if (corners[0] > corners[2]) std::swap(corners[0], corners[2]);
    if (corners[1] > corners[3]) std::swap(corners[1], corners[3]);
    return corners;
  }

  Inherited inherit(const Value& node, Inherited from_above) const {
    if (auto media = corners(node, "MediaBox")) from_above.media = media;
    if (auto crop = corners(node, "CropBox")) from_above.crop = crop;
    if (auto turn = number_of(objects_.get(node, "Rotate")))
      from_above.turn = ((static_cast<int>(*turn) % kFullTurn) + kFullTurn) % kFullTurn / 90 * 90;
    return from_above;
  }

  // A crop box outside the media box is no crop box to any viewer.
  Sheet sheet_of(Value& page, const Inherited& its) const {
    Sheet sheet;
    sheet.page = &page;
    Corners media = its.media.value_or(Corners{0, 0, 612, 792}), shown = media;
    if (its.crop)
      shown = {std::max(media[0], (*its.crop)[0]), std::max(media[1], (*its.crop)[1]),
               std::min(media[2], (*its.crop)[2]), std::min(media[3], (*its.crop)[3])};
    if (shown[0] >= shown[2] || shown[1] >= shown[3]) shown = media;
    sheet.left = shown[0], sheet.bottom = shown[1], sheet.right = shown[2], sheet.top = shown[3];
    sheet.turn = its.turn;
    auto unit = number_of(objects_.get(page, "UserUnit"));
    if (unit && *unit > 0 && *unit <= 75'000) sheet.unit = *unit;
    return sheet;
  }

  void visit(Value& node, const Inherited& from_above, int depth) {
    if (!is_dictionary(&node) || depth > kDeepest || sheets_.size() >= kMostSheets) return;
    if (!seen_.insert(&node).second) return;
    Inherited its = inherit(node, from_above);
    Value* kids = objects_.get(node, "Kids");
    if (!kids || !kids->IsArray()) {
      sheets_.push_back(sheet_of(node, its));
      return;
    }
    for (Value& kid : kids->GetArray())
      if (Value* below = objects_.resolve(&kid)) visit(*below, its, depth + 1);
  }

  const Objects& objects_;
  std::set<const Value*> seen_;
  std::vector<Sheet> sheets_;
};

}  // namespace

// The inverse of what a viewer does: the corner that is shown at the top left depends on the turn.
Sheet::Spot Sheet::own_place(double x, double y) const {
  const double across = x / unit, down = y / unit;
  switch (turn) {
    case 90:
      return {left + down, bottom + across};
    case 180:
      return {right - across, bottom + down};
    case 270:
      return {right - down, top - across};
    default:
      return {left + across, top - down};
  }
}

std::vector<Sheet> find_sheets(const Objects& objects) {
  return Walk(objects).run();
}

}  // namespace fix
