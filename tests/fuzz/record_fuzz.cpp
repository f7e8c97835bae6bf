// A record of any bytes, as a process taken over by its paper could write, is refused or is a
// result that writes the same record again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/result_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(bytes), size);
  util::Json json = util::Json::parse(text, nullptr, false);
  if (json.is_discarded()) return 0;
  auto result = model::result_from_json(json);
  if (!result) {
    if (result.error().message.empty()) std::abort();
    return 0;
  }
  std::string once = util::dump(model::to_record(*result));
  auto again = model::result_from_json(util::Json::parse(once));
  if (!again || util::dump(model::to_record(*again)) != once) std::abort();
  return 0;
}
