#include "util/json.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "util/format.hpp"
#include "util/text.hpp"

namespace util {
namespace {

bool is_plain(char byte) {
  return byte >= 0 && byte < 0x7f;
}

std::string escaped_letter(char32_t c) {
  auto code = static_cast<std::uint32_t>(c);
  if (!is_dangerous(c)) return to_utf8({&c, 1});
  if (code < 0x10000) return fmt::format("\\u{:04x}", code);
  return fmt::format("\\u{:04x}\\u{:04x}", 0xd7c0 + (code >> 10), 0xdc00 + (code & 0x3ff));
}

// The library escapes what lies below U+0020; above it, such characters can only stand in strings.
std::string escaped(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (auto at = json.begin(); at != json.end();) {
    auto odd = std::find_if_not(at, json.end(), is_plain);
    out.append(at, odd);
    at = std::find_if(odd, json.end(), is_plain);
    for (char32_t c : to_utf32({odd, at})) out += escaped_letter(c);
  }
  return out;
}

}  // namespace

Json object(std::initializer_list<Member> members) {
  Json json = Json::object();
  auto& object = json.get_ref<Json::object_t&>();
  object.reserve(members.size());
  for (const Member& member : members) object.emplace_back(member.key, std::move(member.value));
  return json;
}

double rounded(double value) {
  double hundredths = std::round(value * 100);
  return hundredths == 0 ? 0 : hundredths / 100;  // no negative zero
}

std::string dump(const Json& json, int indent) {
  std::string out = json.dump(indent, ' ', false, Json::error_handler_t::replace);
  return std::all_of(out.begin(), out.end(), is_plain) ? out : escaped(out);
}

std::string dump_sorted(const Json& json) {
  return nlohmann::json(json).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

}  // namespace util
