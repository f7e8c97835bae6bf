// Values out of JSON that an enemy may have written: each reader refuses what is not its own, and
// the refusal names the key.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/geometry.hpp"
#include "util/json.hpp"

namespace model {

// Does not leave this folder.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

[[noreturn]] void refuse(const std::string& why);
[[noreturn]] void refuse_word(const std::string& word);

bool yes_no(const util::Json& json);
double number(const util::Json& json);  // finite, and on any page
std::uint64_t whole(const util::Json& json, std::uint64_t least, std::uint64_t most);
int count(const util::Json& json);
int page(const util::Json& json);  // from 1
std::string text(const util::Json& json, std::size_t letters);
std::string name(const util::Json& json);
std::string name_or_null(const util::Json& json);
std::string sentence(const util::Json& json);
std::string sentence_or_null(const util::Json& json);
std::string path(const util::Json& json);
std::string path_or_null(const util::Json& json);
std::string sha256_or_null(const util::Json& json);
Size size(const util::Json& json);
Box box(const util::Json& json);

template <class T>
constexpr bool kIsOptional = false;
template <class T>
constexpr bool kIsOptional<std::optional<T>> = true;

// The keys of one object, each asked for once; what nobody asked for is unknown. A missing key
// counts as null.
class Fields {
 public:
  explicit Fields(const util::Json& json);

  // Null becomes an absent value where the target can hold one.
  template <class T, class Read>
  void field(const char* key, T& target, Read read) {
    const util::Json& value = find(key);
    try {
      if constexpr (kIsOptional<T>) {
        target.reset();
        if (value.is_null()) return;
      }
      target = read(value);
    } catch (const Refused& problem) {
      refuse(std::string(key) + ": " + problem.what());
    }
  }
  void finish() const;

 private:
  const util::Json& find(const char* key);

  const util::Json& json_;
  std::vector<std::string_view> known_;
};

template <class Enum>
Enum one_of(const util::Json& json, std::initializer_list<Enum> known,
            std::string_view (*name_it)(Enum)) {
  const std::string found = name(json);
  for (Enum each : known)
    if (name_it(each) == found) return each;
  refuse_word(found);
}

template <class Read>
auto list(const util::Json& json, std::size_t most, Read read) {
  if (!json.is_array()) refuse("not a list");
  if (json.size() > most) refuse("too long a list");
  std::vector<std::decay_t<decltype(read(json))>> items;
  items.reserve(json.size());
  try {
    for (const util::Json& item : json) items.push_back(read(item));
  } catch (const Refused& problem) {
    refuse(std::to_string(items.size()) + ": " + problem.what());
  }
  return items;
}

}  // namespace model
