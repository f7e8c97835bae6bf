#include "cli/today.hpp"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "util/format.hpp"

namespace cli {

// As reproducible-builds.org specifies the variable: seconds since 1970.
std::string today() {
  std::time_t now = std::time(nullptr);
  if (const char* given = std::getenv("SOURCE_DATE_EPOCH")) {
    std::string_view text = given;
    long long seconds = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error == std::errc() && end == text.data() + text.size())
      now = static_cast<std::time_t>(seconds);
  }
  std::tm day{};
  if (!gmtime_r(&now, &day)) return "1970-01-01";
  return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

}  // namespace cli
