// A line of any bytes, as a process taken over by its paper or a torn file of records could hold,
// is refused or is a result that writes the same line again, plain and sealed.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "batch/records.hpp"
#include "model/result_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  auto result = batch::unsealed({reinterpret_cast<const char*>(bytes), size});
  if (!result) {
    if (result.error().message.empty()) std::abort();
    return 0;
  }
  std::string once = util::dump(model::to_record(*result));
  auto again = model::result_from_line(once);
  if (!again || util::dump(model::to_record(*again)) != once) std::abort();
  auto opened = batch::unsealed(batch::sealed(*result));
  if (!opened || util::dump(model::to_record(*opened)) != once) std::abort();
  return 0;
}
