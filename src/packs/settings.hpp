// A file of settings: TOML whose keys are options, as far as the caller lets them be.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "util/expected.hpp"

namespace packs {

// What such a file is called.
inline constexpr std::string_view kSettingsFile = "deskcheck.toml";

struct SettingKey {
  enum class Kind { text, number, flag };

  std::string name;
  Kind kind = Kind::text;
  bool is_list = false;              // or one value alone
  std::vector<std::string> choices;  // none: anything
};

struct Setting {
  std::string key;
  std::vector<std::string> values;  // numbers as they are written; of a flag "true" or "false"
  std::string place;                // file:line:column
};

// The first mistake, at file:line:column with the nearest known name, where there is one.
util::Expected<std::vector<Setting>> read_settings(const std::string& file,
                                                   std::span<const SettingKey> keys);

}  // namespace packs
