#include "extract/page_index.hpp"

#include "extract/limits.hpp"
#include "extract/objects.hpp"

namespace extract {
namespace {

// Which elements of the array hold the left edge and the top; 0 where it has none.
struct Layout {
  int left = 0, top = 0;
};

Layout layout_of(const Object& kind) {
  if (kind.isName("XYZ")) return {2, 3};
  if (kind.isName("FitH") || kind.isName("FitBH")) return {0, 2};
  if (kind.isName("FitR")) return {2, 5};
  return {};
}

std::optional<double> element(const Object& array, int index) {
  if (index <= 0 || index >= array.arrayGetLength()) return std::nullopt;
  const Object value = array.arrayGet(index);
  if (!value.isNum()) return std::nullopt;
  return number_or(value, 0);
}

}  // namespace

int PageIndex::number_of(const Object& page) const {
  if (page.isRef()) {
    const auto found = numbers_.find(page.getRef());
    return found == numbers_.end() ? 0 : found->second;
  }
  // Written from 0 by producers that mean their own pages by number.
  if (!page.isInt() || page.getInt() < 0 || page.getInt() >= limits::kPages) return 0;
  return frames_.count(page.getInt() + 1) != 0 ? page.getInt() + 1 : 0;
}

std::optional<Place> PageIndex::find(const Object& destination) const {
  if (destination.isDict()) {
    const Object inner = destination.dictLookup("D");
    return inner.isArray() ? find(inner) : std::nullopt;
  }
  if (!destination.isArray() || destination.arrayGetLength() < 1) return std::nullopt;
  const int page = number_of(destination.arrayGetNF(0));
  if (page == 0) return std::nullopt;
  Place place{page, 0};
  const PageFrame& frame = frames_.at(page);
  if (destination.arrayGetLength() < 2) return place;
  const Layout layout = layout_of(destination.arrayGet(1));
  const auto top = element(destination, layout.top);
  if (top) place.y = frame.place(element(destination, layout.left).value_or(0), *top).y;
  return place;
}

}  // namespace extract
