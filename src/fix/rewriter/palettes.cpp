#include "fix/rewriter/palettes.hpp"

#include <utility>

namespace fix {
namespace {

std::string_view family_of(const Objects& objects, Value* space) {
  const Value* name = space;
  if (space && space->IsArray() && !space->GetArray().empty())
    name = objects.resolve(&space->GetArray()[0]);
  return name && name->IsName() ? std::string_view(name->GetName().GetName()) : "";
}

// How many numbers make a colour; 0 where that cannot be told.
std::size_t components_of(const Objects& objects, Value* space) {
  std::string_view family = family_of(objects, space);
  if (is_one_of(family, {"DeviceGray", "CalGray", "Separation", "G"})) return 1;
  if (is_one_of(family, {"DeviceRGB", "CalRGB", "Lab", "RGB"})) return 3;
  if (is_one_of(family, {"DeviceCMYK", "CMYK"})) return 4;
  if (!space || !space->IsArray() || space->GetArray().size() < 2) return 0;
  const Value* second = objects.resolve(&space->GetArray()[1]);
  if (family == "DeviceN" && second && second->IsArray()) return second->GetArray().size();
  const Value* count = family == "ICCBased" && second ? objects.get(*second, "N") : nullptr;
  return count && count->IsNumber() && count->GetNumber() > 0
             ? static_cast<std::size_t>(count->GetNumber())
             : 0;
}

}  // namespace

void mend_palette(const Objects& objects, Value& array) {
  auto& items = array.GetArray();
  if (items.size() != 4 || !is_one_of(family_of(objects, &array), {"Indexed", "I"})) return;
  const Value* last = objects.resolve(&items[2]);
  Value* palette = objects.resolve(&items[3]);
  if (!last || !last->IsNumber() || last->GetNumber() < 0 || !palette || !palette->IsString())
    return;
  std::string bytes = bytes_of(palette->GetString());
  std::size_t colours = static_cast<std::size_t>(last->GetNumber()) + 1;
  if (bytes.size() + 2 != colours * components_of(objects, objects.resolve(&items[1]))) return;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) std::swap(bytes[i], bytes[i + 1]);
  bytes.insert(0, "\xff\xfe");
  // In hexadecimal digits the library leaves it alone.
  std::string digits;
  for (unsigned char c : bytes) {
    digits += "0123456789abcdef"[c >> 4];
    digits += "0123456789abcdef"[c & 15];
  }
  PoDoFo::PdfString mended;
  mended.SetHexData(digits.data(), static_cast<PoDoFo::pdf_long>(digits.size()));
  palette->SetString(mended);
}

}  // namespace fix
